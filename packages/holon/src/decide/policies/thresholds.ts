import { HolonError } from '../../spec/error.ts'
import type { Option, Policy } from '../../system/policy.ts'
import { spread } from './expected-utility.ts'

/**
 * Takes the experience with the highest threshold that the predicted number reaches and no limit holds back, or
 * `otherwise`; where that is held back too, the least forceful of the rest.
 * A share `explore` of decisions draws evenly among all experiences.
 *
 * @throws HolonError `declaration-invalid` when a threshold is not a finite number or `explore` is outside 0 to 1.
 * @example
 * ```ts
 * import { thresholds } from 'holon'
 * thresholds({ note: 0.3, warning: 0.8 }, { otherwise: 'nothing' })
 * ```
 */
export function thresholds<const N extends string, const O extends string>(
  at: Readonly<Record<N, number>>,
  { otherwise, explore = 0 }: { readonly otherwise: O; readonly explore?: number },
): Policy<number, N | O> {
  const steps = (Object.entries(at) as [N, number][]).sort((a, b) => b[1] - a[1])
  if (steps.some(([, value]) => !Number.isFinite(value)) || !(explore >= 0 && explore <= 1)) {
    throw new HolonError(
      'declaration-invalid',
      `Thresholds ${JSON.stringify(at)} with exploration ${explore} cannot be used.`,
      'Give every threshold as a finite number and the exploration as a number from 0 to 1.',
    )
  }
  return {
    kind: 'thresholds',
    options: { at, otherwise, explore },
    words: `${steps.map(([name, value]) => `${name} from ${value}`).join(', ')}, otherwise ${otherwise}.`,
    names: [...steps.map(([name]) => name), otherwise],
    choose: ({ prediction, options }) => {
      const at = (name: string) => options.findIndex((option) => option.name === name)
      const reached = steps.find(([name, value]) => prediction >= value && at(name) !== -1)?.[0]
      const wanted = at(reached ?? otherwise)
      const preferred = wanted === -1 ? leastForceful(options) : wanted
      return { probabilities: spread(options.length, preferred, explore), preferred }
    },
  }
}

const leastForceful = (options: readonly Option[]): number =>
  options.reduce(
    (least, { forcefulness }, index) => (forcefulness < (options[least]?.forcefulness ?? 0) ? index : least),
    0,
  )
