import { HolonError } from '../../spec/error.ts'
import { canonical } from '../../spec/json.ts'
import type { LearnedArm, LearnedColumn, LearnedModel } from '../../spec/learned.ts'
import type { Registry } from '../../spec/ports.ts'
import { sha256 } from '../sha256.ts'

/** Keeps what was learned as an artefact, and answers its SHA-256. */
export const keepModel = (registry: Registry, model: LearnedModel): Promise<string> =>
  registry.putArtefact(bytesOf(model))

const bytesOf = (model: LearnedModel): Uint8Array => new TextEncoder().encode(canonical(model))

/** The SHA-256 under which it would be kept. */
export const hashOf = (model: LearnedModel): Promise<string> => sha256(bytesOf(model))

/**
 * Reads what was learned. What is not what its name says, or no policy could decide by, is refused whole.
 *
 * @throws HolonError `model-invalid`
 */
export async function readModel(registry: Registry, name: string): Promise<LearnedModel> {
  const bytes = await registry.getArtefact(name)
  if (bytes === undefined) throw damaged(name, 'it is not in the registry')
  if ((await sha256(bytes)) !== name) throw damaged(name, 'its content is not what its name says')
  const model = parsed(bytes)
  if (isModel(model)) return model
  throw damaged(name, 'it is no model of a bandit')
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function isModel(of: unknown): of is LearnedModel {
  if (typeof of !== 'object' || of === null || !('kind' in of) || of.kind !== 'linear-bandit') return false
  const { columns, arms, range, strength, noise, around, rows } = of as Partial<LearnedModel>
  if (!Array.isArray(columns) || !Array.isArray(arms) || arms.length === 0) return false
  const [low, high] = range ?? []
  return (
    [low, high, strength, noise, around, rows].every(isReal) &&
    Number(strength) > 0 &&
    Number(noise) >= 0 &&
    columns.every(isColumn) &&
    arms.every((arm) => isArm(arm, columns.length, arms[0].replicates?.length))
  )
}

const isReal = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)

const isColumn = ({ name, mean, deviation }: LearnedColumn): boolean =>
  typeof name === 'string' && isReal(mean) && isReal(deviation) && deviation > 0

function isArm({ experience, sums, coefficients, replicates }: LearnedArm, columns: number, drawn: unknown) {
  const isLine = (line: unknown, length: number): boolean =>
    Array.isArray(line) && line.length === length && line.every(isReal)
  return (
    typeof experience === 'string' &&
    isLine(coefficients, columns + 1) &&
    Array.isArray(sums) &&
    sums.length === columns + 1 &&
    sums.every((line) => isLine(line, columns + 2)) &&
    Array.isArray(replicates) &&
    replicates.length === drawn &&
    replicates.every((line) => isLine(line, columns + 1))
  )
}

const damaged = (name: string, why: string): HolonError =>
  new HolonError(
    'model-invalid',
    `What was learned (${name.slice(0, 12)}) cannot be used: ${why}.`,
    'Learn again with `holon learn`, or restore the registry from a backup. Until then the policy decides that is named in `until`.',
  )
