import { type Model, open, type Random } from 'holon'
import { memoryLog, virtualClock } from 'holon/memory'
import { type Controller, controller, period } from '../../control/controller.ts'
import { sampledLog } from '../../control/sampled-log.ts'
import type { Slice } from '../../domain/bread.ts'
import { buildToaster, type Toaster } from '../../hardware/toaster.ts'
import type { Measured } from '../../model/features.ts'
import { startOf } from '../../model/toasts.ts'
import { smartToaster } from '../../system.ts'
import type { Command, OwnDecision, State } from './messages.ts'
import { brokenModel, type Sabotage } from './sabotage.ts'

/** Share of the records of the fast decision that are kept. */
const keep = 0.02

const decision = 'heat'

/** A toaster in a browser. */
export interface Appliance {
  /** Lets seconds of its own time pass, in step: hardware, clock, program. */
  pass(seconds: number): Promise<void>
  /** Puts a slice in, and measures it. */
  put(slice: Slice, loaf: number): Measured
  /** Decides by itself for how long, with whatever model it has. */
  decide(context: Extract<Command, { do: 'decide' }>['context']): Promise<OwnDecision>
  start(seconds: number): void
  stop(): void
  sabotage(what: Sabotage): void
  resetLatch(by: string, reason: string): Promise<void>
  /** Throws it away and takes a new one out of its box. */
  replace(): void
  readonly state: State
}

/**
 * Simulated hardware, and the control software as it is sold, in step with one clock that can run faster than the one on
 * the wall. It decides for how long by itself only where its model was broken or no server answered.
 */
export async function plugIn(random: Random): Promise<Appliance> {
  const clock = virtualClock(Date.now())
  const log = memoryLog()
  const counts = { starts: 0, decided: 0, kept: 0 }
  const counted = {
    ...log,
    append: (entries: Parameters<typeof log.append>[0]) => {
      counts.kept += entries.filter(
        ({ entry }) => entry.kind === 'decision' && entry.decision === decision,
      ).length
      return log.append(entries)
    },
  }
  let model: Model = brokenModel('unplugged')
  const holon = await open(smartToaster, {
    ...{ clock, random },
    log: sampledLog(counted, { decision, keep, random }),
    models: {
      'toasting-time': {
        version: { name: 'toasting-time', version: 'of this toaster', kind: 'function' },
        predict: (features) => model.predict(features),
      },
    },
  })
  holon.subscribe(({ type, data }) => {
    if (type === 'decision' && data.decision === decision) counts.decided++
  })
  let broken: Sabotage = { part: 'nothing' }
  let toaster: Toaster
  let program: Controller
  const apply = (): void => {
    program.fail(broken.part === 'program' ? broken.how : 'none')
    toaster.break({
      eye: broken.part === 'eye' ? broken.how : 'none',
      relay: broken.part === 'relay' ? broken.how : 'works',
    })
  }
  const replace = (): void => {
    toaster = buildToaster(random)
    program = controller(holon, toaster.terminals, clock)
    apply()
  }
  replace()
  const latched = () => holon.latches().find((one) => one.decision === decision)
  return {
    pass: async (seconds) => {
      for (let n = Math.round((seconds * 1000) / period); n > 0; n--) {
        toaster.advance(period / 1000)
        clock.advance(period)
        await program.tick()
      }
    },
    put: (next, loaf) => {
      toaster.insert(next, loaf)
      return startOf(toaster, next.bread)
    },
    decide: async (context) => {
      const { experience, parameters, guardrails, code } = await holon.decide('toast', {
        ...context,
        judged: [...context.judged],
      })
      return { experience, ...parameters, guardrails, code }
    },
    start: (seconds) => {
      counts.starts++
      program.start(seconds)
    },
    stop: () => {
      program.stop()
      toaster.lift()
    },
    sabotage: (what) => {
      broken = what
      if (what.part === 'model') model = brokenModel(what.how)
      else if (what.part === 'nothing') model = brokenModel('unplugged')
      apply()
    },
    resetLatch: async (by, reason) => {
      const found = latched()
      if (found === undefined) return
      await holon.resetLatch({ decision, guardrail: found.guardrail, person: found.person, by, reason })
    },
    replace: () => {
      program.close()
      replace()
    },
    get state() {
      const { seconds, heated, saved, sensed } = program.progress
      return {
        look: toaster.look(),
        ...{ seconds, heated, saved, seen: sensed?.surface, latched: latched()?.because },
        ...counts,
      }
    },
  }
}
