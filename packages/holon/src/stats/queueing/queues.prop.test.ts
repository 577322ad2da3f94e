import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../random/seeded.ts'
import { erlangB, erlangC, generalServiceQueue, multiServerQueue } from './queues.ts'

const load = fc.double({ min: 0.05, max: 0.95, noNaN: true })

test('numbers and times obey Little’s law', () => {
  fc.assert(
    fc.property(load, fc.integer({ min: 1, max: 40 }), (share, servers) => {
      const queue = multiServerQueue(share * servers, 1, servers)
      expect(queue.inSystem).toBeCloseTo(share * servers * queue.timeInSystem, 9)
      expect(queue.inSystem - queue.waiting).toBeCloseTo(share * servers, 9)
    }),
  )
})

test('M/G/1 with exponential service is M/M/1, and half the wait without variance', () => {
  fc.assert(
    fc.property(load, (share) => {
      const exponential = generalServiceQueue(share, 1, 1)
      expect(exponential.timeWaiting).toBeCloseTo(multiServerQueue(share, 1).timeWaiting, 9)
      expect(generalServiceQueue(share, 1, 0).timeWaiting).toBeCloseTo(exponential.timeWaiting / 2, 9)
      expect(erlangC(share, 1)).toBeCloseTo(share, 12)
    }),
  )
})

test('blocking is Erlang’s sum, and falls with servers', () => {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
  const terms = [0, 1, 2, 3, 4].map((k) => 2.5 ** k / factorial(k))
  expect(erlangB(2.5, 4)).toBeCloseTo((terms[4] ?? 0) / terms.reduce((a, b) => a + b, 0), 12)
  expect(erlangB(2.5, 5)).toBeLessThan(erlangB(2.5, 4))
})

test('a simulated queue waits as long', () => {
  const random = seededRandom('queue')
  const exponential = (rate: number): number => -Math.log(1 - random.next()) / rate
  let wait = 0
  let total = 0
  for (let i = 0; i < 200_000; i += 1) {
    total += wait
    wait = Math.max(0, wait + exponential(1) - exponential(0.6))
  }
  expect(total / 200_000 / multiServerQueue(0.6, 1).timeWaiting).toBeCloseTo(1, 1)
})

test('a load that cannot be carried is refused', () => {
  expect(() => multiServerQueue(2, 1, 2)).toThrow('the load is 1')
})
