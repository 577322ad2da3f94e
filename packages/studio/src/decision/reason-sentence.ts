import type { RecordDocument } from 'holon'
import { formatShare } from '../format/number.ts'

/** Why this person met this experience, in a sentence. */
export function reasonSentence(record: RecordDocument['record']): string {
  const { experience, wanted, reason, propensity, probabilities, interventions, predictions, code, step } =
    record
  switch (reason) {
    case 'policy':
      return `The policy chose ${experience}; ${formatShare(propensity)} of cases like this one meet it.`
    case 'exploration': {
      const isRarer = propensity < Math.max(...Object.values(probabilities))
      const drawn = isRarer
        ? 'to learn, though the policy thought something else better'
        : 'among experiences that the policy gives the same chance'
      return `${experience} was drawn ${drawn}; ${formatShare(propensity)} of cases like this one meet it.`
    }
    case 'ladder':
      return step?.because === 'silence'
        ? `${experience} is the next step, since nobody had answered.`
        : `${experience} is the next step, since ${step?.because ?? 'something'} came back.`
    case 'guardrail': {
      const names = interventions.map((one) => one.guardrail).join(' and ')
      return wanted === experience
        ? `The policy chose ${experience}, and ${names} changed how it came out.`
        : `The policy chose ${wanted}; ${names} made it ${experience}.`
    }
    case 'fallback': {
      const fault = predictions.find((one) => one.fault !== undefined)?.fault
      return `People meet ${experience} when nothing better can be trusted: ${fault?.message ?? code ?? 'a stage failed'}.`
    }
  }
}
