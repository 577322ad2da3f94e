import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { type BestFrom, bestActions, indifference, type UtilityLine } from './utility-lines.ts'

/** Which probabilities to choose at is in the keys of the expected `choice`. */
export const runner: CaseRunner = {
  ids: ['decision/horvitz-thresholds'],
  run(input, _file, { expected }) {
    const utilities = new CaseInput(input).fields('utilities')
    const lines = utilities.keys().map((name): UtilityLine => {
      const [whenTrue = 0, whenFalse = 0] = utilities.numbers(name)
      return { name, whenTrue, whenFalse }
    })
    const best = bestActions(lines)
    const [act, nothing] = ['act', 'nothing'].map((name) => lines.find((line) => line.name === name))
    const fromOf = (name: string): number | undefined => best.find((entry) => entry.name === name)?.from
    const asks = fromOf('ask') !== undefined
    return {
      p_act_vs_nothing: act && nothing ? indifference(nothing, act) : undefined,
      p_nothing_to_ask: asks ? fromOf('ask') : null,
      p_ask_to_act: asks ? fromOf('act') : null,
      choice: choices(best, new CaseInput(expected)),
    }
  },
}

function choices(best: readonly BestFrom[], expected: CaseInput): Record<string, string | undefined> {
  if (!expected.has('choice')) return {}
  const places = expected.fields('choice').keys()
  return Object.fromEntries(
    places.map((place) => [place, best.findLast((entry) => entry.from <= Number(place))?.name]),
  )
}
