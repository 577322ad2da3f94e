import { createHook } from 'node:async_hooks'
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { keepTickShape } from './tick-shape.ts'

/** Ticks that begin while something runs, held weakly. */
function ticksOf(run: () => void): readonly WeakRef<object>[] {
  const ticks: WeakRef<object>[] = []
  const hook = createHook({
    init: (_id, type, _trigger, resource) =>
      void (type === 'TickObject' && ticks.push(new WeakRef(resource))),
  })
  hook.enable()
  run()
  hook.disable()
  return ticks
}

const alive = (ticks: readonly WeakRef<object>[]): number =>
  ticks.filter((tick) => tick.deref() !== undefined).length

test('a full collection leaves one tick, and only one however often it is kept', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const others = ticksOf(() => process.nextTick(() => undefined))
  const kept = ticksOf(() => {
    keepTickShape()
    keepTickShape()
  })
  expect([others.length, kept.length]).toEqual([1, 1])
  await setTimeout(10)
  collect()
  expect([alive(others), alive(kept)]).toEqual([0, 1])
})
