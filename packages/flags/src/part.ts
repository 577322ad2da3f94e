import type { Answer, Json } from 'holon'
import type { Asked } from './place.ts'
import { mismatch } from './place.ts'
import type { FlagType } from './words.ts'

/**
 * The part of an answer that a key asks for, as the type that is wanted; undefined where the experience that is met has
 * no such parameter.
 *
 * @throws FlagError `TYPE_MISMATCH`
 */
export function partOf(asked: Asked, answer: Answer, wanted: FlagType): Json | undefined {
  const value = read(asked, answer, wanted)
  if (value === undefined || wanted === 'any' || typeof value === wanted) return value
  throw mismatch(wanted, typeof value)
}

function read({ place, part }: Asked, answer: Answer, wanted: FlagType): Json | undefined {
  const name = part ?? (place.isFlag ? 'value' : undefined)
  if (name !== undefined && place.parameters.has(name)) return parameter(answer, name)
  if (part === 'on' || wanted === 'boolean') return answer.experience !== place.decision.fallback
  if (part === 'answer' || wanted === 'object') return whole(answer)
  return answer.experience
}

function parameter({ parameters }: Answer, name: string): Json | undefined {
  const all = parameters as Readonly<Record<string, Json>> | null
  return all !== null && Object.hasOwn(all, name) ? all[name] : undefined
}

function whole({ id, experience, parameters, text }: Answer): Json {
  return { id, experience, parameters: parameters as Json, ...(text !== undefined && { text }) }
}
