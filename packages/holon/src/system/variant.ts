import type { ExperienceInit, ExperiencePart } from './experience.ts'
import type { Policy } from './policy.ts'

/**
 * Another way in which a decision point may work, for a flight to try: another policy, other words or parameters of its
 * experiences. What is left out stays as declared, and guardrails, fallback and feedback always do.
 */
export interface VariantInit<C, P, X> {
  /** One sentence for people: what is different. */
  readonly does: string
  readonly policy?: Policy<P, keyof X & string>
  readonly experiences?: { readonly [K in keyof X]?: ExperienceChange<C, P, X[K]> }
}

/** What a variant may change of an experience. Its parameters keep their schema. */
export type ExperienceChange<C, P, T> = Pick<
  ExperienceInit<C, P, T>,
  'text' | 'fill' | 'right' | 'wrong' | 'interrupting' | 'forcefulness' | 'undo'
>

/** A variant with its types erased. */
export interface VariantPart {
  readonly name: string
  readonly does: string
  readonly policy?: Policy<unknown>
  readonly experiences: Readonly<Record<string, Partial<ExperiencePart>>>
}

/** The parts of declared variants. */
export const variantParts = (
  declared: Readonly<Record<string, VariantInit<never, never, Record<string, never>>>> = {},
): readonly VariantPart[] =>
  Object.entries(declared).map(
    ([name, { does, policy, experiences = {} }]) =>
      ({ name, does, ...(policy === undefined ? {} : { policy }), experiences }) as unknown as VariantPart,
  )

const named = {
  text: 'words',
  fill: 'parameters',
  right: 'value when right',
  wrong: 'value when wrong',
  interrupting: 'cost of interrupting',
  forcefulness: 'forcefulness',
  undo: 'way to undo it',
} as const

/** What a variant changes, in words. */
export function changesInWords({ policy, experiences }: VariantPart): readonly string[] {
  const changed = Object.entries(experiences).flatMap(([experience, change]) =>
    Object.entries(change).map(([field, value]) => {
      const what = `${experience}: ${named[field as keyof typeof named] ?? field}`
      return typeof value === 'number' ? `${what} ${value}` : what
    }),
  )
  return policy === undefined ? changed : [`policy: ${policy.words}`, ...changed]
}
