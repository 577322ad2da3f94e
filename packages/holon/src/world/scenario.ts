import type { Fault } from '../spec/api.ts'
import { type Duration, inMilliseconds } from '../spec/duration.ts'

/** When a change begins: on a day of the world (the first is 0), or after a share of the run. */
export type At = `day ${number}` | `${number} %`

/** One thing that changes in a world, while it runs. */
export type Change =
  /** A setting goes to a value: at once, or evenly over a time. */
  | {
      readonly change: 'setting'
      readonly name: string
      readonly to: number | boolean | string
      readonly at: At
      readonly over?: Duration
    }
  /** A number swings about its value like the year does: by a share of it, up first. */
  | { readonly change: 'season'; readonly name: string; readonly by: number; readonly period: Duration }
  /** A model is out, slow or throws; all of them without a name. */
  | {
      readonly change: 'model'
      readonly model?: string
      readonly fault: Fault
      readonly at: At
      readonly lasting: Duration
    }
  /** More (or less) of everything arrives. */
  | { readonly change: 'traffic'; readonly factor: number; readonly at: At; readonly lasting?: Duration }
  /** What comes back comes later, or is lost; what people say included. Of all names without `names`. */
  | {
      readonly change: 'labels'
      readonly names?: readonly string[]
      readonly late?: Duration
      readonly lost?: number
      readonly at: At
      readonly lasting?: Duration
    }
  /** A happening that does not happen by itself begins: attackers come. */
  | { readonly change: 'begins'; readonly happening: string; readonly at: At; readonly lasting?: Duration }

/** Something that may befall a world: a few changes, with a name. Several can befall it at once. */
export interface Scenario {
  readonly about: string
  readonly changes: readonly Change[]
}

/** When something begins, and for how long; to the end, if not said. */
interface Stretch {
  readonly at: At
  readonly lasting?: Duration
}

/** What comes back under some names; under all, if not said. */
interface Labels extends Stretch {
  readonly names?: readonly string[]
}

/** A stretch of time in which something happens to a model; to all, if not said. */
interface Breaking extends Required<Stretch> {
  readonly model?: string
}

/** A setting that is another from some day on: at once, or going there evenly over a time. */
export const shift = (
  name: string,
  init: { readonly to: number | boolean | string; readonly at: At; readonly over?: Duration },
): Change => ({ change: 'setting', name, ...init })

/** A number that swings about its value by a share of it. */
export const season = (name: string, init: { readonly by: number; readonly period: Duration }): Change => ({
  change: 'season',
  name,
  ...init,
})

/** A model that answers nothing. */
export const outage = (init: Breaking): Change => ({ change: 'model', fault: { kind: 'dead' }, ...init })

/** A model that takes so long. */
export const slowness = ({ takes, ...init }: Breaking & { readonly takes: Duration }): Change => ({
  change: 'model',
  fault: { kind: 'slow', milliseconds: inMilliseconds(takes) },
  ...init,
})

/** So many times as much of everything arrives. */
export const launch = (init: Stretch & { readonly factor: number }): Change => ({
  change: 'traffic',
  ...init,
})

/** What comes back comes so much later. */
export const lateLabels = ({ by, ...init }: Labels & { readonly by: Duration }): Change => ({
  change: 'labels',
  late: by,
  ...init,
})

/** A share of what comes back is lost. */
export const lostLabels = ({ share, ...init }: Labels & { readonly share: number }): Change => ({
  change: 'labels',
  lost: share,
  ...init,
})

/** A happening that is dormant begins. */
export const begins = (happening: string, init: Stretch): Change => ({ change: 'begins', happening, ...init })

/** What may befall any world. */
export const everyScenario: Readonly<Record<string, Scenario>> = Object.freeze({
  'model outage': {
    about: 'All models answer nothing for a day, a third of the way in.',
    changes: [outage({ at: '33 %', lasting: '1 day' })],
  },
  'slow model': {
    about: 'All models take ten seconds for a day, a third of the way in.',
    changes: [slowness({ at: '33 %', lasting: '1 day', takes: '10 seconds' })],
  },
  launch: {
    about: 'Twice as much of everything arrives from the middle on.',
    changes: [launch({ factor: 2, at: '50 %' })],
  },
  'late labels': {
    about: 'Whatever comes back comes a week later, from the middle on.',
    changes: [lateLabels({ by: '7 days', at: '50 %' })],
  },
  'lost labels': {
    about: 'Half of what comes back is lost, from the middle on.',
    changes: [lostLabels({ share: 0.5, at: '50 %' })],
  },
})
