import type { DecisionPart } from '../system/decision.ts'

const read = new WeakMap<object, { readonly value: unknown }>()

/**
 * What the code behind a decision receives for a context: defaults filled in. Undefined where the context does not fit
 * its schema. Reading a large schema takes longer than a decision, so that each context is read once.
 */
export async function known(
  { contextSchema }: DecisionPart,
  context: object,
): Promise<{ readonly value: unknown } | undefined> {
  const before = read.get(context)
  if (before !== undefined) return before
  const result = await contextSchema['~standard'].validate(context)
  if (result.issues !== undefined) return undefined
  const found = { value: result.value }
  read.set(context, found)
  return found
}
