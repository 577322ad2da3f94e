import { systemClock } from '../memory/clock.ts'
import { memoryLog } from '../memory/log.ts'
import { systemRandom } from '../memory/random.ts'
import { memoryRegistry } from '../memory/registry.ts'
import { memoryVault } from '../memory/vault.ts'
import { memoryWarehouse } from '../memory/warehouse.ts'
import type { EraseAnswer, Fault, StreamEvent } from '../spec/api.ts'
import type { Model } from '../spec/model.ts'
import type { DecideOptions, Running } from '../spec/running.ts'
import type { Tunings } from '../spec/tunings.ts'
import { unknownName } from '../spec/unknown-name.ts'
import type { DecisionPart } from '../system/decision.ts'
import { systemDocument } from '../system/document.ts'
import type {
  AnswerOf,
  ContextOf,
  DecisionId,
  DecisionNames,
  FeedbackNames,
  FeedbackValue,
} from '../system/infer.ts'
import type { System } from '../system/system.ts'
import { learnersOf, taught } from '../system/taught.ts'
import { tuned } from '../system/tuned.ts'
import { type BreakableModel, breakable } from './breakable.ts'
import { Cases } from './cases.ts'
import { Climbs } from './climbs.ts'
import { takeDecision } from './deciding.ts'
import { assigningParts, Flights } from './flights/flights.ts'
import { mustFit } from './flights/must-fit.ts'
import { mustWork, planUnder } from './flights/plan-under.ts'
import { rampFlight } from './flights/ramp.ts'
import { withoutResting } from './flights/resting.ts'
import { startFlight } from './flights/start.ts'
import { stopFlight } from './flights/stop.ts'
import { measureGoals } from './goals.ts'
import type { Inside } from './inside.ts'
import { readEpisode, takeStep } from './ladder.ts'
import { Latches } from './latches.ts'
import { intervened, resetLatch } from './latching.ts'
import { Memories } from './memories.ts'
import { note } from './note.ts'
import type { OpenOptions, Ports } from './options.ts'
import { projector } from './projector.ts'
import { answerCase, claimCase, readQueue, resumeQueue, tellOverdue } from './queue.ts'
import { readLatest, readRecord, replayRecord } from './reading.ts'
import { retract, takeBack } from './returning.ts'
import { keepSnapshot, manifestOf } from './snapshot.ts'
import { tune, tuningsAfter, tuningsOf, whatIf } from './tuning.ts'
import { Turns } from './turns.ts'

/** A system at work, with names and values checked by the compiler. */
export interface Holon<S extends System> extends Omit<Running, 'decide' | 'feedback' | 'retract'> {
  /** Takes a decision. Resolves once its record is durable. Errors as `Running.decide`. */
  decide<const N extends DecisionNames<S>>(
    decision: N,
    context: ContextOf<S, N>,
    options?: DecideOptions,
  ): Promise<AnswerOf<S, N>>
  /** Records what came back for a decision. Errors as `Running.feedback`. */
  feedback<const N extends DecisionNames<S>, const F extends FeedbackNames<S, N>>(
    id: DecisionId<N>,
    name: F,
    value: FeedbackValue<S, N, F>,
    options?: { readonly key?: string; readonly change?: boolean },
  ): Promise<void>
  /** Takes back what came back under a name. Errors as `Running.feedback`. */
  retract<const N extends DecisionNames<S>>(
    id: DecisionId<N>,
    name: FeedbackNames<S, N>,
    options?: { readonly key?: string },
  ): Promise<void>
}

/**
 * Opens a system: wires its declaration to ports and models. Ports that are not given are in memory. Decisions do not wait
 * for the warehouse, which catches up with the log meanwhile; goals do, for a few seconds.
 *
 * @throws HolonError `declaration-invalid` when a declared model has no artefact; `name-unknown` for a model that is not declared.
 * @example
 * ```ts
 * import { open, defineSystem } from 'holon'
 * const empty = defineSystem('empty', { purpose: 'none', people: [], decisions: [], goals: [] })
 * const holon = await open(empty)
 * await holon.close()
 * ```
 */
export async function open<S extends System>(system: S, options: OpenOptions = {}): Promise<Holon<S>> {
  const listeners = new Set<(event: StreamEvent) => void>()
  const inside = await assemble(system, options, (event) => {
    for (const listener of listeners) listener(event)
  })
  inside.projector.start(options.onCatchUp)
  await inside.climbs.resume()
  await resumeQueue(inside)
  const unwatch = inside.flights.watch(() => void follow(inside, inside.flights))
  const learning = await learningOf(inside, options)
  const running: Running = {
    name: system.name,
    document: () => systemDocument(inside.system, { ...inside, faults: faultsOf(inside.models) }),
    decide: (...request) => takeDecision(inside, ...request),
    feedback: (...back) => takeBack(inside, ...back),
    retract: (id, name, { key } = {}) => retract(inside, id, name, key),
    record: (id) => readRecord(inside, id),
    latest: ({ limit, before } = {}) => readLatest(inside, limit, before),
    goals: (wanted) => measureGoals(inside, wanted),
    replay: (id) => replayRecord(inside, id),
    setFault: (model, fault) => setFault(inside, model, fault),
    episode: (episode) => readEpisode(inside, episode),
    queue: (wanted) => readQueue(inside, wanted),
    claimCase: (id, by) => claimCase(inside, id, by),
    answerCase: (...answer) => answerCase(inside, ...answer),
    latches: () => inside.latches.list(),
    intervened: (...done) => intervened(inside, ...done),
    resetLatch: (reset) => resetLatch(inside, reset),
    tunings: () => tuningsOf(inside.ports.registry, system.name),
    tune: (request) => tune(inside, request),
    whatIf: (...asked) => whatIf(inside, ...asked),
    startFlight: (request) => startFlight(inside, request),
    rampFlight: (...ramp) => rampFlight(inside, ...ramp),
    stopFlight: (...stop) => stopFlight(inside, ...stop),
    flights: () => inside.flights.all(),
    assigning: () => ({ system: system.name, flights: inside.flown }),
    // Loaded when somebody asks: a page that decides does not carry the reports.
    experience: async (...asked) =>
      (await import('./experience-report.ts')).experienceReport(inside, ...asked),
    scorecard: async (...asked) => (await import('./scorecard.ts')).readScorecard(inside, ...asked),
    indicators: async () => (await import('./indicators.ts')).readIndicators(inside),
    fairness: async (...asked) => (await import('./fairness.ts')).measureFairness(inside, ...asked),
    offPolicy: async (...asked) =>
      (await import('./off-policy/evaluate.ts')).evaluateOffPolicy(inside, ...asked),
    learn: async (...asked) => (await import('./learning/learn.ts')).learn(inside, ...asked),
    learned: async (...asked) => (await import('./learning/learning.ts')).learningDocument(inside, ...asked),
    logged: async (...asked) => (await import('./off-policy/logged.ts')).readLogged(inside, ...asked),
    loops: async (wanted) => (await import('./loops.ts')).readLoops(inside, wanted),
    power: async (...asked) => (await import('./power.ts')).planPower(inside, ...asked),
    sql: async (ask) => (await import('./sql.ts')).sqlOf(inside, ask),
    erase: (subject) => erase(inside, subject),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    problems: () => [...problems(inside), ...(learning?.problems() ?? [])],
    close: async () => {
      unwatch()
      await learning?.stop()
      return close(inside)
    },
  }
  return running as unknown as Holon<S>
}

async function assemble(system: System, options: OpenOptions, emit: Inside['emit']): Promise<Inside> {
  const ports: Ports = {
    log: options.log ?? memoryLog(),
    registry: options.registry ?? memoryRegistry(),
    vault: options.vault ?? memoryVault(),
    warehouse: options.warehouse ?? memoryWarehouse(),
    clock: options.clock ?? systemClock(),
    random: options.random ?? systemRandom(),
  }
  const declared = system.components.filter((part) => part.kind === 'model').map((part) => part.name)
  const stranger = Object.keys(options.models ?? {}).find((name) => !declared.includes(name))
  if (stranger !== undefined) throw unknownName('model', stranger, declared)
  const strangeVersion = Object.keys(options.versions ?? {}).find((name) => !declared.includes(name))
  if (strangeVersion !== undefined) throw unknownName('model', strangeVersion, declared)
  const models = breakableModels(options.models ?? {}, ports.clock)
  const versions = Object.fromEntries(
    Object.entries(options.versions ?? {}).map(([name, all]) => [name, breakableModels(all, ports.clock)]),
  )
  const flights = new Flights(ports.registry, system.name)
  await flights.load()
  const lessons = await lessonsOf(ports.registry, system)
  let tunings = tuningsAfter(await tuningsOf(ports.registry, system.name))
  const arrange = () =>
    arranged(system, { tunings, ports, models, versions, flights, lessons, bundle: options.bundle })
  const now = await arrange()
  const turns = new Turns()
  const latches = new Latches(ports.registry, system.name)
  await latches.load()
  const projecting = projector(ports.log, ports.warehouse, ports.clock)
  const inside: Inside = {
    ...{ declared: system, ports, models, versions, flights, lessons, bundle: options.bundle },
    ...now,
    rearrange: (next) =>
      turns.take('', async () => {
        tunings = next ?? tunings
        Object.assign(inside, await arrange())
      }),
    secret: await ports.vault.secret(),
    nobody: await ports.vault.person(''),
    memories: new Memories(ports.registry, system.name),
    latches,
    climbs: new Climbs({
      ...{ registry: ports.registry, clock: ports.clock, system: system.name },
      ladderOf: (decision) => inside.plans.get(decision)?.decision.ladder,
      step: (climb) => takeStep(inside, climb),
    }),
    cases: new Cases({
      ...{ registry: ports.registry, clock: ports.clock, system: system.name },
      overdue: (one) => tellOverdue(inside, one),
    }),
    notifier: options.notifier,
    projector: projecting,
    replayElsewhere: options.replayElsewhere,
    emit: (event) => {
      if (options.projection !== 'asked') projecting.nudge()
      emit(event)
    },
  }
  return inside
}

const breakableModels = (
  models: Readonly<Record<string, Model>>,
  clock: Ports['clock'],
): Readonly<Record<string, BreakableModel>> =>
  Object.fromEntries(Object.entries(models).map(([name, model]) => [name, breakable(model, clock)]))

/** Where nothing learns, nothing of learning is loaded. */
async function lessonsOf(registry: Ports['registry'], system: System): Promise<Inside['lessons']> {
  if (learnersOf(system).length === 0) return undefined
  const { Lessons } = await import('./learning/lessons.ts')
  const lessons = new Lessons(registry, system)
  await lessons.load()
  return lessons
}

/** Follows what others teach, and learns by the clock where that is declared. */
async function learningOf(inside: Inside, options: OpenOptions) {
  const { lessons } = inside
  if (lessons === undefined) return undefined
  const unwatch = lessons.watch(() => void follow(inside, lessons))
  const { learnByTheClock } = await import('./learning/by-the-clock.ts')
  const clock = options.learning === 'asked' ? undefined : learnByTheClock(inside)
  return {
    problems: () => [...lessons.problems(), ...(clock?.problems() ?? [])],
    stop: async () => {
      unwatch()
      await clock?.stop()
    },
  }
}

interface Arrangement
  extends Pick<Inside, 'ports' | 'models' | 'versions' | 'flights' | 'lessons' | 'bundle'> {
  readonly tunings: Tunings
}

/** What follows from a system, its tunings, its flights and what it has learned: how each decision point works, under which snapshot. */
async function arranged(
  declared: System,
  { tunings, ports, models, versions, flights: all, lessons, bundle }: Arrangement,
): Promise<Pick<Inside, 'system' | 'plans' | 'flown' | 'resting' | 'snapshot'>> {
  const system = taught(tuned(declared, tunings), lessons?.models() ?? {})
  const learned = lessons?.names()
  const initOf = (decision: DecisionPart, snapshot: string) => ({
    ...{ system: system.name, decision, snapshot, versions, clock: ports.clock, random: ports.random },
    model: decision.model === undefined ? undefined : models[decision.model.name],
  })
  const { flown, resting } = withoutResting(assigningParts(all.all()), (flight) => {
    mustFit(system, versions, flight)
    const decision = system.decisions.find(({ name }) => name === flight.decision)
    if (decision !== undefined) mustWork(initOf(decision, ''), flight.arms)
  })
  const manifest = await manifestOf(system, { models, versions, bundle, tunings, flights: flown, learned })
  const snapshot = await keepSnapshot(ports.registry, manifest)
  const plans = system.decisions.map(
    (decision) => [decision.name, planUnder({ ...initOf(decision, snapshot), flights: flown })] as const,
  )
  return { system, plans: new Map(plans), flown, resting, snapshot }
}

/** Follows what another process did to the flights or lessons; where the registry cannot be read, at the next change. */
async function follow(inside: Inside, what: { load(): Promise<boolean> }): Promise<void> {
  try {
    if (await what.load()) await inside.rearrange()
  } catch {
    // Whoever changes or reads them here hears of it.
  }
}

const faultsOf = (models: Readonly<Record<string, BreakableModel>>): Readonly<Record<string, Fault>> =>
  Object.fromEntries(Object.entries(models).map(([name, { fault }]) => [name, fault]))

async function setFault(inside: Inside, name: string, fault: Fault): Promise<void> {
  const model = Object.hasOwn(inside.models, name) ? inside.models[name] : undefined
  if (model === undefined) throw unknownName('model', name, Object.keys(inside.models))
  model.fault = fault
  for (const other of Object.values(inside.versions[name] ?? {})) other.fault = fault
  await note(inside, 'model-fault', { model: name, ...fault })
}

function problems(inside: Inside): readonly string[] {
  const broken = Object.entries(inside.models).filter(([, { fault }]) => fault.kind !== 'none')
  const behind = inside.projector.problem()
  return [
    ...broken.map(([name, { fault }]) => `The model "${name}" was made ${fault.kind} on purpose.`),
    ...(behind === undefined ? [] : [behind]),
    ...inside.climbs.problems(),
    ...inside.cases.problems(),
    ...inside.resting,
  ]
}

/** Ports that were given stay open: whoever opened them closes them. */
async function close(inside: Inside): Promise<void> {
  await inside.climbs.close()
  await inside.cases.close()
  await inside.projector.stop()
  const models = [inside.models, ...Object.values(inside.versions)].flatMap((one) => Object.values(one))
  await Promise.all(models.map((model) => model.close?.()))
}

async function erase(inside: Inside, subject: string): Promise<EraseAnswer> {
  const pseudonym = await inside.ports.vault.erase(subject)
  if (pseudonym === undefined) return { erased: false }
  await inside.memories.forget(pseudonym)
  await endLadders(inside, pseudonym)
  await inside.cases.forget(pseudonym)
  await note(inside, 'person-erased', {})
  return { erased: true }
}

/** Nobody is left whom the next step would concern. */
async function endLadders(inside: Inside, person: string): Promise<void> {
  const because = 'person-erased'
  for (const { decision, episode } of await inside.climbs.end(person, because)) {
    await note(inside, 'ladder-ended', { decision, episode, because })
  }
}
