import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { erlangB, generalServiceQueue, multiServerQueue, type Queue } from './queues.ts'

export const runner: CaseRunner = {
  ids: ['queueing/closed-forms'],
  run(input) {
    const fields = new CaseInput(input)
    if (fields.has('offered'))
      return { blocking: erlangB(fields.number('offered'), fields.number('servers')) }
    const { inSystem, waiting, timeInSystem, timeWaiting, waitProbability } = queueOf(fields)
    return { L: inSystem, Lq: waiting, W: timeInSystem, Wq: timeWaiting, p_wait: waitProbability }
  },
}

/** A queue without a number of servers has one, and a service whose variance is told. */
function queueOf(fields: CaseInput): Queue {
  const rate = fields.number('lambda_')
  const named = (...keys: string[]): number =>
    fields.number(keys.find((key) => fields.has(key)) ?? keys[0] ?? '')
  if (fields.has('servers')) return multiServerQueue(rate, fields.number('mu'), fields.number('servers'))
  const mean = fields.has('mu') ? 1 / fields.number('mu') : named('mean_service', 'service_mean', 'mean')
  return generalServiceQueue(rate, mean, named('var_service', 'service_var', 'service_variance', 'variance'))
}
