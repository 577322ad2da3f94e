/** Freezes a plain object and the plain objects and arrays inside it. Functions, instances and schemas are left as they are. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  const prototype = Object.getPrototypeOf(value)
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return value
  if ('~standard' in value) return value
  Object.freeze(value)
  for (const child of Object.values(value)) freeze(child)
  return value
}
