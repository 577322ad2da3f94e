import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { HolonError } from '../../spec/error.ts'
import {
  lateralDistance,
  oppositeDirectionDistance,
  type Response,
  sameDirectionDistance,
  stoppingDistance,
} from './responsibility-sensitive.ts'

/** Cases give speeds in km/h. */
const metresPerSecond = (speed: number): number => speed / 3.6

export const runner: CaseRunner = {
  ids: ['safety/rss-distances'],
  run(input) {
    const fields = new CaseInput(input)
    try {
      return answer(fields)
    } catch (error) {
      if (error instanceof HolonError) return { error: error.message, valid: false }
      throw error
    }
  },
}

function answer(fields: CaseInput) {
  if (fields.has('leading')) {
    const leading = metresPerSecond(fields.number('leading'))
    const following = metresPerSecond(fields.number('following'))
    const [hardest, least] = [fields.number('brake_max', 8), leastOf(fields)]
    return judged(
      fields,
      sameDirectionDistance({ leading, following, hardest, least, response: along(fields) }),
    )
  }
  const opposite = first(fields, 'opposite', 'wrong')
  if (opposite !== undefined) {
    const correct = along(fields, { key: 'brake_min_correct', usual: 3 }, fields.number('rho_correct', 2))
    const distance = oppositeDirectionDistance(
      { speed: metresPerSecond(fields.number('correct')), response: correct },
      { speed: metresPerSecond(opposite), response: along(fields) },
      leastOf(fields),
    )
    return judged(fields, distance)
  }
  if (fields.has('speeds')) {
    return { safe_distance: fields.numbers('speeds').map((speed) => beside(fields, speed, speed)) }
  }
  if (fields.has('left')) return sideBySide(fields)
  const speed = metresPerSecond(fields.number('speed'))
  return { distance: stoppingDistance(speed, along(fields, { key: 'brake', usual: 4 })) }
}

/** One pair of lateral speeds, or lists of them. */
function sideBySide(fields: CaseInput) {
  if (!Array.isArray(fields.raw('left')))
    return judged(fields, beside(fields, fields.number('left'), fields.number('right')))
  const right = fields.numbers('right')
  return { safe_distance: fields.numbers('left').map((left, i) => beside(fields, left, right[i] ?? 0)) }
}

function beside(fields: CaseInput, left: number, right: number): number {
  const response = {
    time: fields.number('rho', 2),
    accelerating: fields.number('accel', 0.2),
    braking: fields.number('brake_min', 0.8),
  }
  const one = { speed: metresPerSecond(left), response }
  const other = { speed: metresPerSecond(right), response }
  return lateralDistance(one, other, fields.number('margin', 0.1))
}

function along(
  fields: CaseInput,
  brake: { readonly key: string; readonly usual: number } = { key: 'brake_min', usual: 4 },
  time = fields.number('rho', 2),
): Response {
  return {
    time,
    accelerating: fields.number('accel', 3.5),
    braking: fields.number(brake.key, brake.usual),
    ...(fields.has('max_speed') && { topSpeed: metresPerSecond(fields.number('max_speed')) }),
  }
}

function leastOf(fields: CaseInput): number {
  return first(fields, 'min_safety_distance', 'min_distance') ?? 0
}

function judged(fields: CaseInput, distance: number) {
  const gaps = fields.has('gaps') ? { safe: fields.numbers('gaps').map((gap) => gap > distance) } : {}
  return { safe_distance: distance, distance, ...gaps }
}

function first(fields: CaseInput, ...keys: readonly string[]): number | undefined {
  const key = keys.find((one) => fields.has(one))
  return key === undefined ? undefined : fields.number(key)
}
