import type { FlightArm } from '../../spec/flight.ts'
import type { SampleRatio } from '../../spec/scorecard.ts'
import { sampleRatioSequence } from '../../stats/sequential/sample-ratio.ts'
import { chiSquareFit } from '../../stats/test/chi-square-fit.ts'

/** Looked at on every visit, and seldom true: rarer than the effects are tested for. */
const alarm = 0.01

/** Whether units came in the shares that the flight gives them, of which a bug or a crash in one arm robs it. */
export function sampleRatio(arms: readonly FlightArm[], counts: ReadonlyMap<string, number>): SampleRatio {
  const told = arms.map(({ name, share }) => ({ arm: name, share, n: counts.get(name) ?? 0 }))
  const numbers = told.map((one) => one.n)
  const shares = told.map((one) => one.share)
  if (numbers.every((n) => n === 0)) return { arms: told, fixed: null, anytime: null, mismatch: false }
  const anytime = sampleRatioSequence([numbers], shares).at(-1)?.pValue ?? 1
  return { arms: told, fixed: chiSquareFit(numbers, shares).pValue, anytime, mismatch: anytime <= alarm }
}
