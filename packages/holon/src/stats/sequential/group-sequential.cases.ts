import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import {
  nominalAlpha,
  obrienFlemingBound,
  peekingError,
  pocockBound,
  spendingBounds,
} from './group-sequential.ts'

export const runner: CaseRunner = {
  ids: ['ab/group-sequential-constants', 'ab/peeking-inflation', 'ab/group-sequential-run-over'],
  run(input, { id }) {
    const fields = new CaseInput(input)
    if (id === 'ab/peeking-inflation') {
      return { type1: peekingError(fields.number('looks'), fields.number('nominal_alpha', 0.05)) }
    }
    const alpha = fields.number('alpha', 0.05)
    if (id === 'ab/group-sequential-run-over') return { adjusted_alpha: runOver(fields, alpha) }
    const looks = fields.number('K')
    return { pocock: pocockBound(looks, alpha), obrien_fleming: obrienFlemingBound(looks, alpha) }
  },
}

/** A sample larger than planned becomes the plan; the error is spent as the square of the information. */
function runOver(fields: CaseInput, alpha: number): number[] {
  const counts = fields.numbers('counts')
  const planned = Math.max(fields.number('planned'), ...counts)
  const information = counts.map((count) => count / planned)
  const spent = information.map((share) => alpha * share * share)
  return spendingBounds(information, spent).map(nominalAlpha)
}
