import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { utilityEnvelope } from './envelope.ts'
import { indifference, type UtilityLine } from './line.ts'

/** Which probabilities to choose at is in the keys of the expected `choice`. */
export const runner: CaseRunner = {
  ids: ['decision/horvitz-thresholds'],
  run(input, _file, { expected }) {
    const utilities = new CaseInput(input).fields('utilities')
    const names = utilities.keys()
    const lines = names.map((name): UtilityLine => {
      const [whenTrue = 0, whenFalse = 0] = utilities.numbers(name)
      return { whenTrue, whenFalse }
    })
    const best = utilityEnvelope(lines).map(({ index, from }) => ({ name: names[index], from }))
    const [act, nothing] = ['act', 'nothing'].map((name) => lines[names.indexOf(name)])
    const fromOf = (name: string) => best.find((stretch) => stretch.name === name)?.from ?? null
    const asks = fromOf('ask') !== null
    return {
      p_act_vs_nothing: act && nothing ? indifference(nothing, act) : undefined,
      p_nothing_to_ask: asks ? fromOf('ask') : null,
      p_ask_to_act: asks ? fromOf('act') : null,
      choice: choices(best, new CaseInput(expected)),
    }
  },
}

function choices(best: readonly { name: string | undefined; from: number }[], expected: CaseInput) {
  if (!expected.has('choice')) return {}
  const places = expected.fields('choice').keys()
  return Object.fromEntries(
    places.map((place) => [place, best.findLast(({ from }) => from <= Number(place))?.name]),
  )
}
