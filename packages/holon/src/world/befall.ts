import type { Fault } from '../spec/api.ts'
import { type Duration, inMilliseconds } from '../spec/duration.ts'
import type { Running } from '../spec/running.ts'
import type { At, Change, Scenario } from './scenario.ts'
import type { WorldTime } from './time.ts'

const day = 86_400_000

/** What scenarios change: looked at whenever something happens. */
export interface Conditions {
  /** As they stand now. */
  readonly settings: Record<string, number | boolean | string>
  traffic: number
  /** How much later, in milliseconds, and with what probability never, a value comes back under a name. */
  labels(name: string): { readonly late: number; readonly lost: number }
  /** Whether a model may keep a decision waiting. */
  slow: number
}

/** What a scenario needs of the world it befalls. */
export interface Befallen {
  readonly time: WorldTime
  readonly running: Running
  readonly models: readonly string[]
  readonly conditions: Changing
  /** Milliseconds. */
  readonly length: number
  /** Lets a happening begin; the returned function ends it. */
  begin(happening: string): () => void
  /** Told what happened, for the report, and whether something begins with it. */
  tell(happened: { readonly what: string; readonly begins: boolean }): void
}

/** Conditions as scenarios change them. */
export class Changing implements Conditions {
  readonly settings: Record<string, number | boolean | string>
  traffic = 1
  slow = 0
  readonly troubles = new Set<{ names: readonly string[] | undefined; late: number; lost: number }>()

  constructor(settings: Readonly<Record<string, number | boolean | string>>) {
    this.settings = { ...settings }
  }

  labels(name: string): { readonly late: number; readonly lost: number } {
    let late = 0
    let kept = 1
    for (const trouble of this.troubles) {
      if (trouble.names !== undefined && !trouble.names.includes(name)) continue
      late += trouble.late
      kept *= 1 - trouble.lost
    }
    return { late, lost: 1 - kept }
  }
}

/** Arranges for everything that a scenario changes, counted from now. */
export function befall(name: string, { changes }: Scenario, world: Befallen): void {
  for (const change of changes) {
    if (change.change === 'season') swing(change, world)
    else {
      world.time.later(startOf(change.at, world.length), () => begin(name, change, world))
    }
  }
}

/** Milliseconds after the beginning. */
const startOf = (at: At, length: number): number =>
  at.endsWith('%') ? (length * Number.parseFloat(at)) / 100 : Number(at.slice('day '.length)) * day

type Once = Exclude<Change, { readonly change: 'season' }>

async function begin(name: string, change: Once, world: Befallen): Promise<void> {
  world.tell({ what: `${name}: ${wordsFor(change)}`, begins: true })
  const end = await doIt(change, world)
  const lasting = 'lasting' in change ? change.lasting : undefined
  if (end === undefined || lasting === undefined) return
  world.time.later(inMilliseconds(lasting), async () => {
    await end()
    world.tell({ what: `${name}: over`, begins: false })
  })
}

type End = () => void | Promise<void>

async function doIt(change: Once, world: Befallen): Promise<End | undefined> {
  const { conditions } = world
  switch (change.change) {
    case 'setting':
      move(change, world)
      return undefined
    case 'model':
      return breakModels(change, world)
    case 'traffic':
      conditions.traffic *= change.factor
      return () => {
        conditions.traffic /= change.factor
      }
    case 'labels': {
      const late = change.late === undefined ? 0 : inMilliseconds(change.late)
      const trouble = { names: change.names, late, lost: change.lost ?? 0 }
      conditions.troubles.add(trouble)
      return () => {
        conditions.troubles.delete(trouble)
      }
    }
    case 'begins':
      return world.begin(change.happening)
  }
}

async function breakModels(
  { model, fault }: Extract<Change, { readonly change: 'model' }>,
  { running, models, conditions }: Befallen,
): Promise<End> {
  const broken = model === undefined ? models : [model]
  for (const one of broken) await running.setFault(one, fault)
  conditions.slow++
  return async () => {
    for (const one of broken) await running.setFault(one, { kind: 'none' })
    conditions.slow--
  }
}

/** A setting that moves does so in so many steps. */
const steps = 40

function move(
  { name, to, over }: Extract<Change, { readonly change: 'setting' }>,
  { time, conditions: { settings } }: Befallen,
): void {
  const from = settings[name]
  if (over === undefined || typeof from !== 'number' || typeof to !== 'number') {
    settings[name] = to
    return
  }
  const stretch = inMilliseconds(over) / steps
  for (let step = 1; step <= steps; step++) {
    time.later(step * stretch, () => {
      settings[name] = from + ((to - from) * step) / steps
    })
  }
}

/** The value swings about what it was, looked at every day. */
function swing(
  { name, by, period }: Extract<Change, { readonly change: 'season' }>,
  { time, conditions: { settings } }: Befallen,
): void {
  const since = time.monotonic()
  let last = 1
  const turn = () => {
    const phase = (2 * Math.PI * (time.monotonic() - since)) / inMilliseconds(period)
    const factor = 1 + by * Math.sin(phase)
    settings[name] = (Number(settings[name]) * factor) / last
    last = factor
    time.later(Math.min(day, inMilliseconds(period) / steps), turn)
  }
  turn()
}

function wordsFor(change: Once): string {
  switch (change.change) {
    case 'setting':
      return `"${change.name}" becomes ${change.to}${over(change.over)}`
    case 'model':
      return `${change.model === undefined ? 'all models' : `the model "${change.model}"`} ${inWords(change.fault)}`
    case 'traffic':
      return `${change.factor} times as much arrives`
    case 'labels':
      return change.late === undefined
        ? `${Math.round(100 * (change.lost ?? 0))} % of what comes back is lost`
        : `what comes back is ${change.late} late`
    case 'begins':
      return `"${change.happening}" begins`
  }
}

const over = (time: Duration | undefined): string => (time === undefined ? '' : ` over ${time}`)

function inWords(fault: Fault): string {
  switch (fault.kind) {
    case 'slow':
      return `slow by ${fault.milliseconds} ms`
    case 'dead':
      return 'out'
    case 'nonsense':
      return 'talking nonsense'
    case 'none':
      return 'as they should be'
  }
}
