import { expect, test } from 'vitest'
import { type Reading, readingsIn } from '../../domain/reading.ts'
import type { Noticed } from '../../noticed.ts'
import { Stream } from './stream.ts'

const reading = (ax: number): Reading => ({ ax, ay: 0, az: 0, gx: 0, gy: 0, gz: 0 })
const rest = (seconds: number) => Array.from({ length: readingsIn(seconds) }, () => reading(0.01))
const blow = [...rest(0.2), reading(5), ...rest(4)]

/** What is noticed when a blow comes after three seconds of rest. */
function noticedAfter(anew: boolean): readonly Noticed[] {
  const noticed: Noticed[] = []
  const stream = new Stream(
    () => ({ name: 'Ada', source: 'phone' }),
    (one) => noticed.push(one),
  )
  stream.push(rest(3))
  stream.push(blow, anew)
  return noticed
}

test('a blow is noticed, with whose it is and where it was felt', () => {
  expect(noticedAfter(false)).toMatchObject([{ wearer: 'Ada', source: 'phone', shape: { impact: 5 } }])
})

test('no moment spans a gap: what was before it says nothing of what came after', () => {
  expect(noticedAfter(true)).toEqual([])
})

test('the picture is the strongest reading of each tenth of a second, of the last ten seconds', () => {
  const stream = new Stream(
    () => ({ name: 'Ada', source: 'phone' }),
    () => undefined,
  )
  stream.push([...rest(100), reading(5), ...rest(1)])
  const { bars } = stream.picture()
  expect(bars).toHaveLength(100)
  expect(bars.map((bar) => bar > 1).lastIndexOf(true)).toBe(100 - 11)
})
