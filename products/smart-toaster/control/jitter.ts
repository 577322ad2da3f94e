import { type Clock, type DecisionLog, open, type Random } from 'holon'
import type { Terminals } from '../domain/terminals.ts'
import { smartToaster } from '../system.ts'
import { controller, period, type Saved } from './controller.ts'
import { everyPeriod } from './period.ts'
import { sampledLog } from './sampled-log.ts'

/** How well a loop kept its time; milliseconds. */
export interface Jitter {
  readonly hertz: number
  readonly ran: number
  readonly missed: number
  /** Who ended the toast before its time. */
  readonly saved: Saved | undefined
  /** How far the time between two runs was from the period, and how long sensing, deciding, permitting and logging took. */
  readonly jitter: Quantiles
  readonly took: Quantiles
}

/** Of every hundred, so many are at most this. */
interface Quantiles {
  readonly p50: number
  readonly p99: number
  readonly most: number
}

/** What the loop is measured with. */
export interface Measuring {
  readonly log: DecisionLog
  readonly clock: Clock
  readonly random: Random
  readonly terminals: Terminals
  /** Probability that the record of a decision is kept. */
  readonly keep: number
  readonly seconds: number
}

/** Runs the control loop of one toast, with its log on, and tells how it kept its time. */
export async function measureJitter(measuring: Measuring): Promise<Jitter> {
  const { log, clock, random, terminals, keep, seconds } = measuring
  const holon = await open(smartToaster, {
    ...{ clock, random },
    log: sampledLog(log, { decision: 'heat', keep, random }),
    models: {
      'toasting-time': {
        version: { name: 'toasting-time', version: 'none', kind: 'function' },
        predict: () => seconds,
      },
    },
  })
  const program = controller(holon, terminals, clock)
  const began: number[] = []
  const took: number[] = []
  program.start(seconds)
  const start = clock.monotonic()
  const missed = await new Promise<number>((resolve) => {
    const loop = everyPeriod(clock, period, () => {
      const now = clock.monotonic()
      began.push(now)
      program.tick().then(() => {
        took.push(clock.monotonic() - now)
        if (program.progress.seconds > 0) return
        loop.stop()
        resolve(loop.punctuality.missed)
      })
    })
  })
  const { saved } = program.progress
  const elapsed = clock.monotonic() - start
  program.close()
  await holon.close()
  return {
    hertz: (began.length / elapsed) * 1000,
    ran: began.length,
    missed,
    saved,
    jitter: quantiles(began.slice(1).map((at, i) => Math.abs(at - (began[i] as number) - period))),
    took: quantiles(took),
  }
}

function quantiles(values: readonly number[]): Quantiles {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}
