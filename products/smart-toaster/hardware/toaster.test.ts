import { seededRandom } from 'holon/stats'
import { describe, expect, it } from 'vitest'
import { darkening } from '../domain/shade.ts'
import { buildToaster, type Situation } from './toaster.ts'

const white = { bread: 'white', mass: 32, moisture: 0.38 } as const

function toasting(situation: Situation = {}) {
  const toaster = buildToaster(seededRandom(1), situation)
  toaster.insert(white)
  toaster.terminals.drive(1)
  return toaster
}

/** Seconds until something is seen. */
function until(
  toaster: ReturnType<typeof toasting>,
  seen: (look: ReturnType<typeof toaster.look>) => boolean,
) {
  let seconds = 0
  for (; !seen(toaster.look()) && seconds < 900; seconds += 0.5) toaster.advance(0.5)
  return seconds
}

describe('the toaster', () => {
  it('makes golden toast in two to three minutes, with a face of 150 to 215 C', () => {
    const toaster = toasting()
    const seconds = until(toaster, (look) => look.darkening >= darkening.golden)
    expect(seconds).toBeGreaterThan(120)
    expect(seconds).toBeLessThan(180)
    expect(toaster.look().surface).toBeGreaterThan(150)
    expect(toaster.look().surface).toBeLessThan(215)
    expect(toaster.look().moisture).toBeGreaterThan(0.4)
    expect(toaster.look().energy / 3600).toBeLessThan(40)
  })

  it('is quicker when it is warm', () => {
    const golden = (situation: Situation) =>
      until(toasting(situation), (look) => look.darkening >= darkening.golden)
    expect(golden({ wall: 100 })).toBeLessThan(golden({}) - 10)
    expect(golden({ mains: 0.9 })).toBeGreaterThan(golden({}) + 10)
  })

  it('burns bread that nothing ends: black, then smoke, then, without its fuse, fire', () => {
    const toaster = toasting({ withoutFuse: true })
    const black = until(toaster, (look) => look.darkening > 44)
    const smoke = until(toaster, (look) => look.alarm)
    const fire = until(toaster, (look) => look.burning)
    expect(black).toBeGreaterThan(150)
    expect(smoke).toBeGreaterThan(10)
    expect(fire).toBeGreaterThan(30)
    expect(toaster.look().fuseOpen).toBe(false)
  })

  it('opens its fuse before there is fire, and is cold for good then', () => {
    const toaster = toasting()
    until(toaster, (look) => look.fuseOpen)
    toaster.advance(120)
    expect(toaster.look()).toMatchObject({ burning: false, heating: false, down: false, fuseOpen: true })
    toaster.insert(white)
    toaster.terminals.drive(1)
    toaster.advance(600)
    expect(toaster.look()).toMatchObject({ heating: false, fuseOpen: true })
    expect(toaster.look().surface).toBeLessThan(40)
  })

  it('lets the bread come up when the current ends', () => {
    const toaster = toasting()
    toaster.advance(60)
    toaster.terminals.drive(0)
    toaster.advance(1)
    expect(toaster.look()).toMatchObject({ down: false, heating: false })
    const { darkening: before } = toaster.look()
    toaster.advance(30)
    expect(toaster.look().darkening).toBe(before)
  })

  it('takes a duty that is none for off', () => {
    const toaster = toasting()
    for (const duty of [Number.NaN, 1.01, -1, Infinity]) {
      toaster.terminals.drive(1)
      toaster.terminals.drive(duty)
      toaster.advance(0.02)
      expect(toaster.look().heating).toBe(false)
    }
  })

  it('heats with a relay that is welded, whatever is driven, until the fuse opens', () => {
    const toaster = toasting()
    toaster.break({ relay: 'welded' })
    toaster.terminals.drive(0)
    toaster.advance(60)
    expect(toaster.look().heating).toBe(true)
    until(toaster, (look) => look.fuseOpen)
    expect(toaster.look()).toMatchObject({ heating: false, burning: false })
  })

  it('has an eye that can be stuck, cold, dead or jumping', () => {
    const toaster = toasting()
    toaster.advance(100)
    const seen = () => Array.from({ length: 50 }, () => toaster.terminals.read().surface)
    const honest = seen() as number[]
    expect(Math.max(...honest) - Math.min(...honest)).toBeGreaterThan(1)
    toaster.break({ eye: 'stuck' })
    expect(new Set(seen()).size).toBe(1)
    toaster.break({ eye: 'cold' })
    expect(Math.max(...(seen() as number[]))).toBeLessThan(40)
    toaster.break({ eye: 'dead' })
    expect(new Set(seen())).toEqual(new Set([null]))
    toaster.break({ eye: 'jumping' })
    expect(Math.min(...(seen() as number[]))).toBeLessThan(40)
  })
})
