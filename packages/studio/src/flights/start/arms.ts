import type { ArmChange } from 'holon'
import type { ArmDraft, Factor } from './draft.ts'

/** The name that an arm has by what it changes, in the letters that a name may have. */
export function nameOf({ variant, model, experiences }: ArmChange): string {
  const numbers = experiences === undefined ? [] : ['numbers']
  const parts = [
    ...(model === undefined ? [] : [model]),
    ...(variant === undefined ? [] : [variant]),
    ...numbers,
  ]
  return parts
    .join('-')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** An arm with another change; its name follows as long as nobody gave it one. */
export function withChange(arm: ArmDraft, change: Partial<ArmDraft>): ArmDraft {
  const next = { ...arm, ...change }
  const isOwn = arm.name !== '' && arm.name !== 'new' && arm.name !== nameOf(arm)
  return 'name' in change || isOwn ? next : { ...next, name: nameOf(next) || 'new' }
}

/** An arm without one of its changes. */
export function withoutChange(arm: ArmDraft, key: 'variant' | 'model' | 'experiences' | 'weight'): ArmDraft {
  const { [key]: _, ...others } = arm
  const rest: ArmDraft = others
  const isOwn = arm.name !== nameOf(arm)
  return isOwn || key === 'weight' ? rest : { ...rest, name: nameOf(rest) || 'new' }
}

/** The factors with another one in place of one of them, or without it. */
export function withFactor(factors: readonly Factor[], index: number, factor?: Factor): readonly Factor[] {
  return factors.flatMap((one, at) => (at !== index ? [one] : factor === undefined ? [] : [factor]))
}

/** One more thing that differs, crossed with all others. */
export const crossedWith = (factors: readonly Factor[]): readonly Factor[] => [
  ...factors,
  { name: `change-${factors.length + 1}`, arms: [{ name: 'usual' }, { name: 'new' }] },
]
