import type { Json, JsonObject } from '../spec/json.ts'

/** Values simpler than a value, the simplest first: numbers on the way to the usual one or to 0, fewer fields, fewer items. */
export function simpler(value: unknown, usual: unknown): readonly unknown[] {
  if (Object.is(value, usual)) return []
  const first = usual === undefined ? [] : [usual]
  if (typeof value === 'number') return simplerNumbers(value, typeof usual === 'number' ? usual : 0)
  if (typeof value === 'string')
    return value === '' ? first : [...first, '', value.slice(0, value.length >> 1)]
  if (Array.isArray(value)) return [...first, ...simplerArrays(value, usual)]
  if (typeof value === 'object' && value !== null)
    return [...first, ...simplerObjects(value as JsonObject, usual)]
  return first
}

function simplerNumbers(value: number, usual: number): readonly number[] {
  if (!Number.isFinite(value)) return []
  const ways = [usual, 0, 1]
    .filter((target) => Math.abs(target) <= Math.abs(value) || target === usual)
    .flatMap((target) => onTheWay(value, target))
  const shorter = [0, 1, 2, 4].map((digits) => Number(value.toFixed(digits)))
  const all = [...ways.filter(Number.isInteger), ...shorter, ...ways]
  return [...new Set(all)].filter((other) => other !== value && isShorter(other, value, usual))
}

function onTheWay(value: number, target: number): readonly number[] {
  const way = value - target
  const points = [target]
  for (let part = 2; part <= 2 ** 20 && Math.abs(way / part) >= 1e-6; part *= 2)
    points.push(value - way + way * (1 - 1 / part))
  const whole = Number.isInteger(value) ? [value - Math.sign(way)] : []
  return [...points.map((point) => (Number.isInteger(value) ? Math.round(point) : point)), ...whole]
}

/** Whether a number is closer to the usual one without being longer to write, or shorter to write. */
function isShorter(other: number, value: number, usual: number): boolean {
  const [a, b] = [String(other).length, String(value).length]
  if (other === usual) return true
  return a < b || (a <= b && Math.abs(other - usual) < Math.abs(value - usual) * 0.999999)
}

function simplerArrays(value: readonly Json[], usual: unknown): readonly unknown[] {
  const like = Array.isArray(usual) ? usual : []
  const halves = value.length > 1 ? [value.slice(0, value.length >> 1), value.slice(value.length >> 1)] : []
  const fewer = value.length <= 32 ? value.map((_, index) => value.toSpliced(index, 1)) : []
  const items =
    value.length <= 32
      ? value.flatMap((item, index) =>
          simpler(item, like[index]).map((other) => value.with(index, other as Json)),
        )
      : []
  return [...(value.length > 0 ? [[]] : []), ...halves, ...fewer, ...items]
}

function simplerObjects(value: JsonObject, usual: unknown): readonly unknown[] {
  const like = (typeof usual === 'object' && usual !== null ? usual : {}) as JsonObject
  const names = Object.keys(value)
  const without = names
    .filter((name) => !(name in like))
    .map((name) => Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)))
  const inside = names.flatMap((name) =>
    simpler(value[name], like[name]).map((other) => ({ ...value, [name]: other as Json })),
  )
  return [...without, ...inside]
}
