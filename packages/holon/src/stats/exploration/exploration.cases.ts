import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import {
  type Distribution,
  epsilonGreedy,
  fromVotes,
  normalise,
  softmax,
  withMinimum,
} from './exploration.ts'

const kinds: Readonly<Record<string, (fields: CaseInput) => Distribution>> = {
  epsilon_greedy: (fields) =>
    epsilonGreedy(fields.number('n'), fields.number('top'), fields.number('epsilon')),
  softmax: (fields) => softmax(fields.numbers('scores'), fields.number('lambda_')),
  bag: (fields) => fromVotes(fields.numbers('votes')),
  enforce_minimum: (fields) =>
    withMinimum(fields.numbers('pmf'), fields.number('u'), { zeros: fields.flag('zeros', true) }),
  normalise: (fields) => normalise(fields.numbers('weights')),
}

export const runner: CaseRunner = {
  ids: ['ope/vw-exploration-pmfs'],
  run(input) {
    const fields = new CaseInput(input)
    return { pmf: kinds[fields.text('kind')]?.(fields) }
  },
}
