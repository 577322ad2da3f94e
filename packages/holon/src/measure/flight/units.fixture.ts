import type { FlightArm, FlightDocument } from '../../spec/flight.ts'
import type { Measure } from '../../spec/measure.ts'
import type { ArmStatistics } from '../../spec/ports.ts'
import type { ByArm } from './effect.ts'
import type { Gathered, MeasuredGoal } from './scorecard.ts'

/** What one unit gave: numerator and denominator after it met the flight, and before. */
export type UnitSums = readonly [x: number, y: number, before?: number, beforeOver?: number]

/** The statistics of units, as a warehouse would sum them. */
export function unitsOf(units: readonly UnitSums[]): ArmStatistics {
  const sum = (of: (unit: readonly number[]) => number): number =>
    units.reduce((total, [x, y, p = 0, q = 0]) => total + of([x, y, p, q]), 0)
  const product = (i: number, j: number): number => sum((unit) => (unit[i] ?? 0) * (unit[j] ?? 0))
  return {
    kind: 'units',
    units: {
      n: units.length,
      sums: [sum((u) => u[0] ?? 0), sum((u) => u[1] ?? 0), sum((u) => u[2] ?? 0), sum((u) => u[3] ?? 0)],
      products: [
        ...[product(0, 0), product(0, 1), product(0, 2), product(0, 3)],
        ...[product(1, 1), product(1, 2), product(1, 3)],
        ...[product(2, 2), product(2, 3), product(3, 3)],
      ] as unknown as Extract<ArmStatistics, { kind: 'units' }>['units']['products'],
    },
  }
}

/** `n` units of which `yes` said yes, one row each. */
export const shareOf = (yes: number, n: number): ArmStatistics =>
  unitsOf(Array.from({ length: n }, (_, i) => [i < yes ? 1 : 0, 1] as const))

export const anyMeasure: Measure = {
  op: 'rate',
  of: { op: 'exposed' },
  decision: 'bell',
  per: 'decision',
}

const armsOf = (names: readonly string[]): readonly FlightArm[] =>
  names.map((name) => ({ name, share: 1 / names.length }))

export const flightOf = (
  arms: readonly string[] = ['control', 'louder'],
  more: Partial<FlightDocument> = {},
): FlightDocument => ({
  ...{
    name: 'louder-bell',
    about: 'a louder bell is heard',
    decision: 'bell',
    unit: 'person',
    counts: 'decided',
  },
  ...{
    arms: armsOf(arms),
    guards: ['quiet nights'],
    main: 'heard',
    key: '00'.repeat(16),
    layerKey: '00'.repeat(16),
  },
  ...{ places: [{ from: 0, to: 1 }], share: 1, state: 'running', steps: [] },
  ...more,
})

/** A goal measured in the arms of `flightOf()`. */
export const goalOf = (
  name: string,
  byArm: Readonly<Record<string, ArmStatistics>>,
  more: Partial<MeasuredGoal> = {},
) =>
  ({
    ...{ name, layer: 'system', unit: '%', target: { atLeast: 0.5 }, measure: anyMeasure, per: 'person' },
    byArm: new Map(Object.entries(byArm)) as ByArm,
    ...more,
  }) satisfies MeasuredGoal

export function gatheredOf(
  goals: readonly MeasuredGoal[],
  { flight = flightOf(), ...more }: Partial<Gathered> = {},
): Gathered {
  const counts = new Map(
    [...(goals[0]?.byArm ?? [])].map(([arm, one]) => [arm, one.kind === 'units' ? one.units.n : one.units]),
  )
  return {
    system: 'house',
    flight,
    at: 0,
    goals,
    costs: [],
    counts,
    slices: [],
    stretches: [],
    adjust: false,
    ...more,
  }
}
