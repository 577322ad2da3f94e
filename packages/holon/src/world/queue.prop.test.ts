import { expect, test } from 'vitest'
import { meanInterval } from '../stats/interval/mean.ts'
import { momentsOf } from '../stats/moments.ts'
import { multiServerQueue } from '../stats/queueing/queues.ts'
import { seededRandom } from '../stats/random/seeded.ts'
import { type Moment, poisson } from './arrivals.ts'
import { drawFrom } from './draw.ts'

const minute = 60_000
const day = 1440 * minute
const start = Date.UTC(2026, 2, 2)
const batches = 40
const size = 2500

const momentAt = (at: number): Moment => ({
  ...{ at, day: (at - start) / day, hour: 12, weekday: 1, month: 2 },
  ...{ settings: {}, people: 1, traffic: 1 },
})

/** Means of many waits in a row, in minutes, of a queue with arrivals and services of a world; the first are left out. */
function waits(perMinute: number, servers: number, seed: number) {
  const draw = drawFrom(seededRandom(seed))
  const arrivals = poisson({ perDay: 1440 * perMinute })
  const free = new Array<number>(servers).fill(start)
  const means = []
  let at = start
  for (let batch = -2; batch < batches; batch += 1) {
    let [wait, waited] = [0, 0]
    for (let customer = 0; customer < size; customer += 1) {
      at = arrivals.next(at, momentAt, draw) ?? Number.NaN
      const place = free.indexOf(Math.min(...free))
      const begins = Math.max(at, free[place] ?? 0)
      free[place] = begins + draw.exponential(minute)
      wait += (begins - at) / minute
      if (begins > at) waited += 1
    }
    if (batch >= 0) means.push({ wait: wait / size, waited: waited / size })
  }
  return means
}

test.each([
  { perMinute: 0.6, servers: 1, seed: 1 },
  { perMinute: 0.75, servers: 1, seed: 2 },
  { perMinute: 2, servers: 3, seed: 3 },
  { perMinute: 7, servers: 10, seed: 4 },
])(
  'arrivals at $perMinute a minute before $servers servers wait as long as theory says',
  ({ perMinute, servers, seed }) => {
    const means = waits(perMinute, servers, seed)
    const within = (of: 'wait' | 'waited') => meanInterval(momentsOf(means.map((one) => one[of])), 0.9999)
    const theory = multiServerQueue(perMinute, 1, servers)
    expect(within('wait').lower).toBeLessThan(theory.timeWaiting)
    expect(within('wait').upper).toBeGreaterThan(theory.timeWaiting)
    expect(within('waited').lower).toBeLessThan(theory.waitProbability)
    expect(within('waited').upper).toBeGreaterThan(theory.waitProbability)
    // The test can fail: it tells a queue with a tenth more arrivals apart.
    const busier = multiServerQueue(1.1 * perMinute, 1, servers)
    expect(within('wait').upper).toBeLessThan(busier.timeWaiting)
    expect(within('waited').upper).toBeLessThan(busier.waitProbability)
  },
)
