import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { bestThreshold } from './from-data.ts'

export const runner: CaseRunner = {
  ids: ['decision/threshold-policies'],
  run(input) {
    const fields = new CaseInput(input)
    const reward = fields.fields('reward')
    const labels = fields.numbers('labels')
    const best = bestThreshold(
      fields.numbers('scores'),
      labels,
      {
        tp: reward.number('tp', 0),
        fp: reward.number('fp', 0),
        fn: reward.number('fn', 0),
        tn: reward.number('tn', 0),
      },
      fields.numbers(
        'weights',
        labels.map(() => 1),
      ),
    )
    return { threshold: best.threshold, reward: best.reward }
  },
}
