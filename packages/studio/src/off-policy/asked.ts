import type { DecisionDocument, OffPolicyRequest, OtherPolicy } from 'holon'
import type { Draft } from '../experience/utilities.ts'
import { ranges } from '../goals/view.ts'

/** What the address says about another policy. */
export interface OffPolicyView {
  /** `uniform`, `always:NAME`, `variant:NAME` or `numbers`, as in a terminal. */
  readonly policy?: string
  /** Other numbers of the experiences, for `numbers`. */
  readonly numbers?: Draft
  readonly reward?: string
  readonly range?: (typeof ranges)[number]['range']
}

/** Reads the view from the address, leaving out what makes no sense. */
export function readOffPolicyView(search: Record<string, unknown>): OffPolicyView {
  const range = ranges.find((one) => one.range === search.range)?.range
  const numbers = readNumbers(search.numbers)
  return {
    ...(typeof search.policy === 'string' && search.policy !== '' && { policy: search.policy }),
    ...(Object.keys(numbers).length > 0 && { numbers }),
    ...(typeof search.reward === 'string' && search.reward !== '' && { reward: search.reward }),
    ...(range !== undefined && range !== 'all' && { range }),
  }
}

function readNumbers(given: unknown): Draft {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return {}
  return Object.fromEntries(
    Object.entries(given).flatMap(([experience, values]) => {
      const numbers = numbersIn(values)
      return Object.keys(numbers).length === 0 ? [] : [[experience, numbers]]
    }),
  )
}

function numbersIn(given: unknown): Record<string, number> {
  if (typeof given !== 'object' || given === null) return {}
  return Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) =>
        ['right', 'wrong', 'interrupting'].includes(name) &&
        typeof value === 'number' &&
        Number.isFinite(value),
    ),
  )
}

/** A policy that can be chosen: what the address calls it, and what people do. */
export interface PolicyChoice {
  readonly value: string
  readonly label: string
}

/** The policies of a decision point that did not run, in groups. */
export function policyChoices({ experiences, variants = [] }: DecisionDocument): readonly {
  readonly group: string
  readonly items: readonly PolicyChoice[]
}[] {
  const tuned = experiences.some(({ worth }) => worth === undefined)
  const groups = [
    {
      group: 'Declared variants',
      items: variants.map(({ name }) => ({ value: `variant:${name}`, label: name })),
    },
    {
      group: 'One experience',
      items: experiences.map(({ name }) => ({ value: `always:${name}`, label: `Always ${name}` })),
    },
    {
      group: 'Others',
      items: [
        ...(tuned ? [{ value: 'numbers', label: 'Other numbers' }] : []),
        { value: 'uniform', label: 'At random' },
      ],
    },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

/** The policy of a choice; undefined where the decision has none like it. */
export function policyOf(
  decision: DecisionDocument,
  chosen: string,
  numbers: Draft,
): OtherPolicy | undefined {
  const known = policyChoices(decision).flatMap(({ items }) => items)
  const choice = known.find(({ value }) => value === chosen)
  if (choice === undefined) return undefined
  const name = choice.label
  const [kind, ...rest] = chosen.split(':')
  if (kind === 'always') return { name, always: rest.join(':') }
  if (kind === 'variant') return { name, variant: rest.join(':') }
  return kind === 'numbers' ? { name, experiences: numbers } : { name, uniform: true }
}

/** The first that can be chosen: a variant where one is declared, else chance. */
export const usualPolicy = ({ variants = [] }: DecisionDocument): string =>
  variants[0] === undefined ? 'uniform' : `variant:${variants[0].name}`

/** What the server is asked, over a range that ends at a time. */
export function requestOf(
  policy: OtherPolicy,
  reward: string,
  range: OffPolicyView['range'],
  now: number,
): OffPolicyRequest {
  const back = ranges.find((one) => one.range === range)?.back
  return { policies: [policy], reward, ...(back !== undefined && { from: now - back }) }
}
