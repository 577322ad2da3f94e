import { type Action, actuator, type Clock, type Holon } from 'holon'
import type { Terminals } from '../domain/terminals.ts'
import { type HeatContext, heat } from '../heat.ts'
import type { smartToaster } from '../system.ts'
import { watchEye } from './watch.ts'

/** Milliseconds from one look at the sensors to the next: fifty a second. */
export const period = 20

/** Milliseconds after which the heater goes off when nobody permitted heat. */
const patience = 200

type HeatAction = Action<NonNullable<(typeof heat)['~types']>['experiences']>

const off: HeatAction = { experience: 'off', parameters: null }

/** Ways in which the control program can fail. */
export const programFaults = ['none', 'full power', 'hangs'] as const

/** How the control program fails: it wants full power whatever is decided, or it permits nothing any more. */
export type ProgramFault = (typeof programFaults)[number]

/** A guardrail that acted on the way to the heater, or the watchdog. */
export interface Saved {
  readonly by: string
  readonly because: string
}

/** How a toast goes. */
export interface Progress {
  /** Seconds it is to take; 0 when there is none. */
  readonly seconds: number
  readonly heated: number
  readonly sensed: HeatContext | undefined
  /** Who ended it before its time, while there is no next one. */
  readonly saved: Saved | undefined
}

/** The control program of the toaster: it has two wires to the hardware, and nothing else. */
export interface Controller {
  /** Begins a toast of some seconds. */
  start(seconds: number): void
  /** Ends it: the heater goes off and the bread comes up. */
  stop(): void
  /** A fiftieth of a second: senses, decides, asks for permission. Resolves when that is done. */
  tick(): Promise<void>
  readonly progress: Progress
  fail(how: ProgramFault): void
  close(): void
}

/** What the controller asks of the system at work. */
export type Deciding = Pick<Holon<typeof smartToaster>, 'decide' | 'latches' | 'intervened'>

/** Puts the decisions of a running system between the sensors and the heater. */
export function controller(holon: Deciding, terminals: Terminals, clock: Clock): Controller {
  const see = watchEye()
  let [seconds, heated, startWall] = [0, 0, 0]
  let sensed: HeatContext | undefined
  let saved: Saved | undefined
  let fault: ProgramFault = 'none'
  let last = clock.monotonic()
  let deciding = false
  /** When permission was last asked, or the toast began. */
  let asked = last

  const intervened: Deciding['intervened'] = (decision, intervention, ...rest) => {
    saved ??= { by: intervention.guardrail, because: intervention.because }
    return holon.intervened(decision, intervention, ...rest)
  }
  const gate = actuator({ latches: () => holon.latches(), intervened }, heat, {
    safe: off,
    within: `${patience} milliseconds`,
    clock,
    apply: (action) => {
      terminals.drive(action.experience === 'on' ? action.parameters.duty : 0)
    },
  })
  /** Counts the time that passed, not the ticks that ran: a program that is held up must not heat for longer. */
  const sense = (): HeatContext => {
    const now = clock.monotonic()
    const passed = (now - last) / 1000
    last = now
    if (gate.applied.experience === 'on') heated += passed
    const { surface, wall, power } = terminals.read()
    return { seconds, heated, startWall, wall, power, ...see(surface, passed) }
  }
  /** What is to be done now; undefined when nobody says. */
  const decide = async (now: HeatContext): Promise<HeatAction | undefined> => {
    if (fault === 'full power') return { experience: 'on', parameters: { duty: 1 } }
    try {
      const answer = await holon.decide('heat', now)
      const [guarded] = answer.guardrails
      if (guarded !== undefined) saved ??= { by: guarded.guardrail, because: guarded.because }
      return answer.experience === 'on' ? { experience: 'on', parameters: answer.parameters } : off
    } catch {
      // Without a decision there is no permission, and the watchdog does the rest.
      return undefined
    }
  }
  return {
    start: (wanted) => {
      startWall = sense().wall
      ;[seconds, heated, saved, asked] = [wanted, 0, undefined, clock.monotonic()]
    },
    stop: () => {
      seconds = 0
      if (sensed !== undefined) gate.permit(off, sensed)
    },
    tick: async () => {
      const now = sense()
      sensed = now
      if (seconds === 0) return
      if (fault === 'hangs' || deciding) return lookAtWatchdog()
      deciding = true
      const wanted = await decide(now)
      deciding = false
      if (wanted === undefined || seconds === 0) return lookAtWatchdog()
      asked = clock.monotonic()
      // Deciding may have taken a while: permission is asked under what is sensed by then.
      if (gate.permit(wanted, sensed).experience === 'off') seconds = 0
    },
    get progress() {
      return { seconds, heated, sensed, saved }
    },
    fail: (how) => {
      fault = how
    },
    close: () => gate.stop(),
  }

  /** While nobody permits heat, the toast is over as soon as the watchdog has turned the heater off. */
  function lookAtWatchdog(): void {
    if (seconds === 0 || gate.applied.experience === 'on' || clock.monotonic() - asked < patience) return
    seconds = 0
    saved ??= { by: 'watchdog', because: `nobody permitted heat for ${patience} milliseconds` }
  }
}
