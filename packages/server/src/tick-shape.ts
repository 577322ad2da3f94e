import { createHook } from 'node:async_hooks'

const kept: object[] = []

/**
 * Keeps one of the objects by which Node remembers what to do on the next tick. V8 forgets the layout of objects that are
 * all gone; where a full collection finds none of these, `process.nextTick` has lost its fast path for the life of the
 * process and costs twice as much. A request takes six ticks.
 */
export function keepTickShape(): void {
  if (kept.length > 0) return
  const hook = createHook({
    init: (_id, type, _trigger, resource) => void (type === 'TickObject' && kept.push(resource)),
  })
  hook.enable()
  process.nextTick(() => undefined)
  hook.disable()
}
