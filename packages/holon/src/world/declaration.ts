import type { Duration } from '../spec/duration.ts'
import { HolonError } from '../spec/error.ts'
import type { CaseDocument, EpisodeDocument } from '../spec/following.ts'
import type { Model } from '../spec/model.ts'
import type { DecideOptions } from '../spec/running.ts'
import type {
  AnswerOf,
  ContextOf,
  DecisionId,
  DecisionNames,
  FeedbackNames,
  FeedbackValue,
} from '../system/infer.ts'
import type { System } from '../system/system.ts'
import type { Arrivals } from './arrivals.ts'
import type { Draw } from './draw.ts'
import type { Change, Scenario } from './scenario.ts'
import type { Settings, SettingsOf } from './settings.ts'

/** What a story has at hand: who it is about, the world around them, and the product as its public API shows it. */
export interface Life<S extends System, P, E, V extends Settings> {
  /** Who it is about: drawn once, the same object in all their stories, so habits, fatigue and trust may be kept in it. */
  readonly person: P
  /** Under which the product knows them: `simulated-17`. */
  readonly subject: string
  /** From 1. */
  readonly number: number
  /** The hidden truth around everybody; one object for the whole world. */
  readonly environment: E
  /** As they stand now. */
  readonly settings: SettingsOf<V>
  /** A name for this story that no other has: for episodes and keys. */
  readonly story: string
  /** Milliseconds since 1970. */
  now(): number
  /** Days since the beginning of the world, with fraction. */
  day(): number
  /**
   * Chance for one purpose. Streams are told apart by the story and the name, so what one part of a story draws does not
   * change what another does: two versions meet the same people in the same mood. A name again goes on with its stream.
   */
  draw(name: string): Draw
  /** Resolves after that time of the world, given in words or in milliseconds. */
  wait(time: Duration | number): Promise<void>
  /**
   * Asks the product for a decision about the person. `truth` tells the engine what a perfect model would say to it (a
   * boolean for a probability, a number for a number, a class for classes): only a model of a wanted quality reads it.
   */
  decide<const N extends DecisionNames<S>>(
    decision: N,
    context: ContextOf<S, N>,
    options?: Omit<DecideOptions, 'subject'> & {
      /** Somebody else it concerns, or nobody. */
      readonly subject?: string | null
      readonly truth?: boolean | number | string
    },
  ): Promise<AnswerOf<S, N>>
  /** Tells the product that the person really saw it. */
  exposure<const N extends DecisionNames<S>>(id: DecisionId<N>): Promise<void>
  /** Tells the product something: what the person says, corrects, or what is seen of the outcome. Late or lost, if a scenario says so. */
  feedback<const N extends DecisionNames<S>, const F extends FeedbackNames<S, N>>(
    id: DecisionId<N>,
    name: F,
    value: FeedbackValue<S, N, F>,
  ): Promise<void>
  /**
   * What is true, whether or not anybody tells the product: the value that would come back under a name if everybody
   * answered at once and truly. True values of goals are measured on these; the product never sees them.
   */
  truth<const N extends DecisionNames<S>, const F extends FeedbackNames<S, N>>(
    id: DecisionId<N>,
    name: F,
    value: FeedbackValue<S, N, F>,
  ): void
  /** A figure of the world that no goal measures, summed and averaged over time in the report: `crimes`, `hours waited`. */
  note(name: string, value: number): void
  /** How a ladder stands; undefined where the episode began none. */
  episode(episode: string): Promise<EpisodeDocument | undefined>
  /** The open cases that were handed to people, the most urgent first. */
  queue(decision?: DecisionNames<S>): Promise<readonly CaseDocument[]>
  /** Somebody claims a case and answers it. */
  answerCase(id: string, value: unknown, by: string): Promise<void>
}

/** Something that happens again and again: when, to whom, and the story that follows. */
export interface Happening<S extends System, P, E, V extends Settings> {
  readonly arrivals: Arrivals<NoInfer<V>>
  /** Somebody drawn evenly (the default), everybody at once, or nobody in particular: then `person` is that of number 0. */
  readonly who?: 'anyone' | 'everyone' | 'nobody'
  /** Happens only once a scenario lets it begin. Default false. */
  readonly dormant?: boolean
  /** It may wait, decide, tell. Stories run beside each other in the time of the world. */
  story(life: Life<S, P, E, V>): Promise<void> | void
}

/** The artefact behind a model: a model, or the address of its file. */
export type Artefact = Model | URL

/** Another version of the product, to be compared: what differs from the one that is served. */
export interface Version<S extends System> {
  readonly about: string
  readonly system?: S
  /** By the name of the model. */
  readonly models?: Readonly<Record<string, Artefact>>
}

/** How simulated people show a world on a server that runs in real time. */
export interface Pace {
  /** About one arrival in this time, whatever happens. */
  readonly arrival: Duration
  /** No wait inside a story is longer: years are pressed into seconds. */
  readonly longestWait: Duration
}

/** What a world is declared with. */
export interface WorldParts<S extends System, P, E, V extends Settings> {
  /** What is simulated, and what is assumed of people and environment; with sources where there are some. */
  readonly about: string
  /** The first day, `2026-03-01`; time begins at midnight UTC. */
  readonly start: `${number}-${number}-${number}`
  /** How many people and days, unless somebody says otherwise. */
  readonly people: number
  readonly days: number
  readonly settings: V
  /** Draws a person: types, needs, habits, trust, honesty, willingness to answer. */
  person(draw: Draw, settings: SettingsOf<V>, number: number): P
  /** Draws the hidden truth around everybody. */
  environment?(draw: Draw, settings: SettingsOf<V>): E
  readonly happenings: Readonly<Record<string, Happening<S, P, E, V>>>
  /** What may befall this world, beside what may befall any. */
  readonly scenarios?: Readonly<Record<string, Scenario>>
  readonly versions?: Readonly<Record<string, Version<S>>>
  readonly pace: Pace
}

/** A simulated world around a system, as it is run: what its people and stories are made of only its own declaration knows. */
export interface World<S extends System = System>
  extends Pick<
    WorldParts<System, unknown, unknown, Settings>,
    'about' | 'start' | 'people' | 'days' | 'settings' | 'scenarios' | 'versions' | 'pace'
  > {
  readonly system: S
  person(draw: Draw, settings: Settings, number: number): unknown
  environment?(draw: Draw, settings: Settings): unknown
  readonly happenings: Readonly<Record<string, AnyHappening>>
}

/** Something that happens in a world. */
export interface AnyHappening extends Omit<Happening<System, unknown, unknown, Settings>, 'story'> {
  story(life: never): Promise<void> | void
}

/**
 * Declares a world: seeded people and an environment with hidden truth, who use a system through its public API.
 *
 * @throws HolonError `declaration-invalid` for a scenario that changes a setting, model or happening that is not there
 */
export function defineWorld<S extends System, P, const V extends Settings, E = undefined>(
  system: S,
  parts: WorldParts<S, P, E, V>,
): World<S> {
  const world = Object.freeze({ ...parts, system }) as unknown as World<S>
  for (const [name, { changes }] of Object.entries(world.scenarios ?? {}))
    for (const change of changes) mustBeThere(world, name, change)
  return world
}

function mustBeThere(world: World, scenario: string, change: Change): void {
  const { system, settings, happenings } = world
  const models = system.decisions.flatMap(({ model }) => model?.name ?? [])
  const missing =
    change.change === 'setting' || change.change === 'season'
      ? notIn(Object.keys(settings), 'setting', change.name)
      : change.change === 'begins'
        ? notIn(Object.keys(happenings), 'happening', change.happening)
        : change.change === 'model' && change.model !== undefined
          ? notIn(models, 'model', change.model)
          : undefined
  if (missing === undefined) return
  throw new HolonError(
    'declaration-invalid',
    `The scenario "${scenario}" changes ${missing}, which is not in the world.`,
    'Name something that is declared there.',
  )
}

const notIn = (names: readonly string[], what: string, name: string): string | undefined =>
  names.includes(name) ? undefined : `the ${what} "${name}"`
