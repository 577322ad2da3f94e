import { expect, test } from 'vitest'
import { hertz, standardGravity } from './reading.ts'
import { channels, type Span } from './ring.ts'
import { follow } from './turning.ts'

function spanOf(length: number, values: Partial<Record<keyof Span, (i: number) => number>>): Span {
  return Object.fromEntries(
    channels.map((channel) => [channel, Float32Array.from({ length }, (_, i) => values[channel]?.(i) ?? 0)]),
  ) as Span
}

test('a quarter turn about any axis is a quarter turn', () => {
  for (const axis of ['gx', 'gy', 'gz'] as const) {
    expect(follow(spanOf(hertz, { [axis]: () => 90 }), 0, hertz).turned).toBeCloseTo(90, 3)
  }
})

test('turns about two axes in succession make the angle of their product', () => {
  const span = spanOf(2 * hertz, { gx: (i) => (i < hertz ? 90 : 0), gy: (i) => (i < hertz ? 0 : 90) })
  expect(follow(span, 0, 2 * hertz).turned).toBeCloseTo(120, 3)
})

test('there and back is no turn', () => {
  const span = spanOf(2 * hertz, { gz: (i) => (i < hertz ? 170 : -170) })
  expect(follow(span, 0, 2 * hertz).turned).toBeLessThan(1e-3)
})

test('half a second of free fall gains half of g', () => {
  const span = spanOf(hertz, { ay: () => -1 })
  expect(follow(span, 0, hertz / 2).speed).toBeCloseTo(standardGravity / 2, 5)
})

test('a push that stays where it was in the room adds up while the wrist turns', () => {
  // Seen from a wrist that turns about z, what pushes along x of the room comes from ever more to the right.
  const angle = (i: number) => ((i + 1) / hertz) * Math.PI
  const span = spanOf(hertz, {
    gz: () => 180,
    ax: (i) => Math.cos(angle(i)),
    ay: (i) => -Math.sin(angle(i)),
  })
  expect(follow(span, 0, hertz).speed).toBeCloseTo(standardGravity, 3)
})
