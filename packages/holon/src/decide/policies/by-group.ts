import { HolonError } from '../../spec/error.ts'
import type { JsonObject } from '../../spec/json.ts'
import type { Policy } from '../../system/policy.ts'

/** What to say about a policy that differs by group. */
export interface ByGroupInit<P, N extends string> {
  /** A field of the context by its path: names with dots between. */
  readonly group: string
  /** The policy of each group, by the value of the field: a text, `yes` or `no` for a boolean. */
  readonly policies: Readonly<Record<string, Policy<P, N>>>
  /** The policy of everybody else. */
  readonly otherwise: Policy<P, N>
}

/**
 * Decides by another policy in each group, for example by other thresholds so that groups get equal rates (`equaliseRate`
 * of `holon/stats` finds them). To treat groups differently is a choice that law may forbid or demand: it is stated in the
 * policy's words, and its probabilities are logged like any other's.
 *
 * @throws HolonError `declaration-invalid` without a group
 * @example
 * ```ts
 * import { byGroup, thresholds } from 'holon'
 * const at = (offer: number) => thresholds({ offer }, { otherwise: 'no' })
 * byGroup({ group: 'school', policies: { evening: at(0.4) }, otherwise: at(0.5) }).words
 * // 'By school: for evening, offer from 0.4, otherwise no. For all others, offer from 0.5, otherwise no.'
 * ```
 */
export function byGroup<P, N extends string>({
  group,
  policies,
  otherwise,
}: ByGroupInit<P, N>): Policy<P, N> {
  const named = Object.entries(policies)
  if (group === '' || named.length === 0) {
    throw new HolonError(
      'declaration-invalid',
      'A policy by group has no group.',
      'Give `group` as a field of the context and at least one policy in `policies`.',
    )
  }
  const all = [...named.map(([, policy]) => policy), otherwise]
  const options: JsonObject = {
    group,
    policies: Object.fromEntries(named.map(([name, one]) => [name, told(one)])),
    otherwise: told(otherwise),
  }
  const path = group.split('.')
  return {
    kind: 'by-group',
    options,
    words: `By ${group}: ${named.map(([name, { words }]) => `for ${name}, ${words}`).join(' ')} For all others, ${otherwise.words}`,
    names: [...new Set(all.flatMap((one) => one.names))],
    byUtility: all.every((one) => one.byUtility === true),
    choose: (moment) => {
      const name = groupAt(moment.context, path)
      const own = name !== undefined && Object.hasOwn(policies, name) ? policies[name] : undefined
      return (own ?? otherwise).choose(moment)
    },
  }
}

const told = <P>({ kind, options }: Policy<P>): JsonObject => ({ kind, options })

function groupAt(context: unknown, path: readonly string[]): string | undefined {
  let here = context
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined
    here = Reflect.get(here, step)
  }
  if (typeof here === 'boolean') return here ? 'yes' : 'no'
  return typeof here === 'string' ? here : undefined
}
