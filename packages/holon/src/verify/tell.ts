import type { ReplayDocument } from '../spec/api.ts'
import { HolonError } from '../spec/error.ts'
import type { Json } from '../spec/json.ts'
import type { DecisionEntry, Entry, OpenEntry } from '../spec/record.ts'
import type { Answer } from '../spec/running.ts'
import type { DecisionPart } from '../system/decision.ts'
import type { System } from '../system/system.ts'
import { known } from './known.ts'
import { answeredRule, everyRule } from './rules/every.ts'
import type { Rule, Witnessed } from './rules/rule.ts'
import { rest, type Settled, settle } from './settle.ts'
import { type Stage, setStage } from './stage.ts'
import { hasPlant, type Story, type StoryRequest, type StoryStep } from './story.ts'
import type { Invariant, Verification } from './verification.ts'
import { withoutGuardrails } from './without.ts'
import { answerOf, marginOf, Witness } from './witness.ts'
import { World } from './world.ts'

/** An invariant that was broken, how, and at which step of the story (from 0). */
export interface Breach {
  readonly invariant: string
  readonly because: string
  readonly step: number
}

/** What came of a story. */
export interface Ending {
  /** What broke at the first step at which anything did; the story ends there. */
  readonly broken: readonly Breach[]
  /** By invariant: how often it was looked at, and its smallest margin; infinite where it has none. */
  readonly looked: Readonly<Record<string, { readonly times: number; readonly margin: number }>>
  /** Interventions by guardrail. */
  readonly interventions: Readonly<Record<string, number>>
  /** Steps that were taken; every move of the plant is one. */
  readonly steps: number
  /** Every combination of decision, experience, reason and guardrails that came up. */
  readonly ways: ReadonlySet<string>
}

/**
 * Tells a story to the real runtime, on ports in memory with puppets for models, and looks at every answer and every
 * state of the plant. The same story ends the same every time.
 *
 * @throws HolonError `name-unknown` when a guardrail to leave out is not there
 * @example
 * ```ts
 * import { defineSystem } from 'holon'
 * import { defineVerification, tell } from 'holon/verify'
 * const system = defineSystem('empty', { purpose: 'none', people: [], decisions: [], goals: [] })
 * const { broken } = await tell(defineVerification(system, {}), { steps: [{ do: 'wait', ms: 1000 }] })
 * ```
 */
export async function tell(
  verification: Verification,
  story: Story,
  { without = [] }: { readonly without?: readonly string[] } = {},
): Promise<Ending> {
  const system = withoutGuardrails(verification.system, without)
  const telling = new Telling(verification, system, await setStage(system, story.calibrated ?? true), story)
  try {
    return await telling.tell()
  } finally {
    await telling.close()
  }
}

interface Asked {
  readonly request: StoryRequest
  readonly took: number
  readonly answer?: Answer
  readonly error?: unknown
}

class Telling {
  readonly #verification: Verification
  readonly #parts: ReadonlyMap<string, DecisionPart>
  readonly #stage: Stage
  readonly #story: Story
  readonly #world: World | undefined
  readonly #witness = new Witness()
  readonly #rules: readonly Rule[] = everyRule()
  readonly #broken: Breach[] = []
  readonly #looked: Record<string, { times: number; margin: number }> = {}
  readonly #interventions: Record<string, number> = {}
  readonly #ways = new Set<string>()
  #step = 0
  #taken = 0

  constructor(verification: Verification, system: System, stage: Stage, story: Story) {
    this.#verification = verification
    this.#parts = new Map(system.decisions.map((one) => [one.name, one]))
    this.#stage = stage
    this.#story = story
    const { plant } = verification
    if (plant !== undefined && hasPlant(story))
      this.#world = new World(plant, stage, this.#parts, story.seed ?? 0)
  }

  async tell(): Promise<Ending> {
    for (const [step, what] of this.#story.steps.entries()) {
      this.#step = step
      if ('chance' in what) this.#stage.chance.begin(what.chance ?? 0)
      else this.#stage.chance.begin(0)
      if (what.do !== 'tick') this.#taken++
      await this.#do(what)
      if (this.#broken.length > 0 || this.#world?.over === true) break
    }
    return {
      broken: this.#broken,
      looked: this.#looked,
      interventions: this.#interventions,
      steps: this.#taken + (this.#world?.moves ?? 0),
      ways: this.#ways,
    }
  }

  async close(): Promise<void> {
    await this.#settle(this.#stage.close())
  }

  #settle<T>(work: Promise<T>): Promise<Settled<T>> {
    const { clock, puppets } = this.#stage
    const isAwaited = () => Object.values(puppets).some((puppet) => puppet.isAwaited)
    return settle(work, { clock, isAwaited, pass: (ms) => this.#pass(ms) })
  }

  async #do(step: StoryStep): Promise<void> {
    const { clock } = this.#stage
    switch (step.do) {
      case 'decide':
        await this.#decide([step])
        return
      case 'race':
        await this.#decide(step.requests)
        return
      case 'tick':
        return this.#tick(step)
      case 'wait':
        return this.#wait(step.ms)
      case 'set clock':
        return clock.set(step.by)
      case 'restart':
        await this.#settle(this.#stage.restart())
        return this.#read([])
      case 'feedback':
        return this.#feedback(step)
      case 'reset latches':
        return this.#resetLatches()
    }
  }

  async #tick({ times, model }: Extract<StoryStep, { do: 'tick' }>): Promise<void> {
    const world = this.#world
    if (world === undefined) return
    for (let tick = 0; tick < times && this.#broken.length === 0 && !world.over; tick++) {
      const request = world.sense()
      const answers =
        request === undefined
          ? []
          : await this.#decide([{ ...request, ...(model !== undefined && { model }) }])
      await world.act(answers[0])
      this.#lookAround()
    }
  }

  /** Asks, all at once, and looks at what was answered. */
  async #decide(requests: readonly StoryRequest[]): Promise<readonly Answer[]> {
    this.#play(requests)
    const asking = Promise.all(requests.map((request) => this.#ask(request)))
    const settled = await this.#settle(asking)
    if (!settled.done) {
      this.#breach(answeredRule, `"${requests[0]?.decision}" never answered`)
      return []
    }
    for (const { request, error } of settled.value) {
      this.#look(answeredRule)
      if (error !== undefined && !isConflict(error)) {
        this.#breach(answeredRule, `"${request.decision}" threw: ${String(error)}`)
      }
    }
    await this.#read(settled.value)
    return settled.value.flatMap(({ answer }) => answer ?? [])
  }

  #play(requests: readonly StoryRequest[]): void {
    for (const [name, puppet] of Object.entries(this.#stage.puppets)) {
      const mine = requests.filter((one) => this.#parts.get(one.decision)?.model?.name === name)
      puppet.play(mine.map(({ model }) => model))
    }
  }

  async #ask(request: StoryRequest): Promise<Asked> {
    const { running, clock } = this.#stage
    const { decision, context, subject, episode, key } = request
    const since = clock.monotonic()
    const options = {
      ...(subject !== undefined && { subject }),
      ...(episode !== undefined && { episode }),
      ...(key !== undefined && { key }),
    }
    try {
      const answer = await running.decide(decision, context, options)
      return { request, answer, took: clock.monotonic() - since }
    } catch (error) {
      return { request, error, took: clock.monotonic() - since }
    }
  }

  /** Looks at everything that was written since: what was asked for, and what the runtime did by itself. */
  async #read(asked: readonly Asked[]): Promise<void> {
    const written = this.#stage.written()
    const patience = this.#patience(written, asked)
    for (const entry of written) {
      if (entry.kind === 'decision') await this.#readDecision(entry, asked, patience)
      else this.#readEvent(entry)
    }
  }

  /** Requests may have to wait for each other, and for what the runtime does by itself. */
  #patience(written: readonly Entry[], asked: readonly Asked[]): number {
    const own = written.filter(
      (entry) => entry.kind === 'decision' && asked.every(({ answer }) => answer?.id !== entry.id),
    )
    const decisions = [...asked.map(({ request }) => request), ...(own as readonly DecisionEntry[])]
    return decisions.reduce((sum, { decision }) => sum + (this.#parts.get(decision)?.model?.deadline ?? 0), 0)
  }

  #readEvent(entry: Entry): void {
    if (entry.kind !== 'event' || entry.name !== 'actuator-intervened') return
    this.#count(String(entry.details.guardrail))
  }

  #count(guardrail: string): void {
    this.#interventions[guardrail] = (this.#interventions[guardrail] ?? 0) + 1
  }

  async #readDecision(entry: DecisionEntry, asked: readonly Asked[], patience: number): Promise<void> {
    const part = this.#parts.get(entry.decision) as DecisionPart
    const mine = asked.find(({ answer }) => answer?.id === entry.id)
    const { sealed: _, ...record } = entry
    for (const { guardrail } of record.interventions) this.#count(guardrail)
    this.#ways.add(wayOf(record))
    const told =
      mine?.answer === undefined
        ? await this.#byItself(entry)
        : {
            ...{ decision: part.name, answer: mine.answer, record, at: record.at, back: [] },
            context: (await known(part, mine.request.context))?.value ?? mine.request.context,
            ...(mine.request.subject !== undefined && { subject: mine.request.subject }),
            ...(record.episode !== undefined && { episode: record.episode }),
          }
    const moment = this.#witness.add(told)
    await this.#obey({
      ...{ told, part, step: this.#step, replay: () => this.#replay(record) },
      request: mine?.request,
      crowd: Math.max(1, asked.length),
      took: mine?.took ?? 0,
      patience,
    })
    for (const invariant of this.#verification.invariants) this.#judge(invariant, moment)
  }

  /** Looks at what holds for every system. */
  async #obey(seen: Witnessed): Promise<void> {
    for (const rule of this.#rules) {
      this.#look(rule.name)
      try {
        const wrong = await rule.answered(seen)
        if (wrong !== undefined) this.#breach(rule.name, wrong)
      } catch (error) {
        this.#breach(rule.name, `it threw: ${String(error)}`)
      }
    }
  }

  #replay({ id, predictions }: OpenEntry): Promise<ReplayDocument> {
    for (const { model, raw } of predictions) this.#stage.puppets[model]?.play([{ says: raw }])
    return this.#stage.running.replay(id)
  }

  /** A step that a ladder took by itself: what is known of it is in its record. */
  async #byItself({ id, decision }: DecisionEntry) {
    const { record, private: secret } = await this.#stage.running.record(id)
    const part = this.#parts.get(decision) as DecisionPart
    const style = part.experiences.find((one) => one.name === record.experience)?.style ?? 'silent'
    return {
      ...{ decision, record, at: record.at, back: [] },
      context: { ...record.context, ...secret?.context },
      answer: answerOf(record, secret?.parameters ?? null, style),
      ...(secret?.subject !== undefined && { subject: secret.subject }),
      ...(record.episode !== undefined && { episode: record.episode }),
    }
  }

  #judge<M>(invariant: Invariant<M>, moment: M): void {
    const { margin, because } = marginOf(invariant, moment)
    this.#look(invariant.name, margin)
    if (margin < 0) this.#breach(invariant.name, because)
  }

  #look(name: string, margin = Number.POSITIVE_INFINITY): void {
    const before = this.#looked[name] ?? { times: 0, margin }
    this.#looked[name] = { times: before.times + 1, margin: Math.min(before.margin, margin) }
  }

  #breach(invariant: string, because: string): void {
    if (this.#broken.some((one) => one.invariant === invariant)) return
    this.#broken.push({ invariant, because, step: this.#step })
  }

  #lookAround(): void {
    const world = this.#world
    if (world === undefined) return
    for (const invariant of world.always) this.#judge(invariant, world.state)
  }

  /** Time passes, timer by timer; what they set going is over before the next. */
  async #pass(ms: number): Promise<void> {
    const { clock } = this.#stage
    if (this.#world !== undefined) {
      await this.#world.pass(ms, () => this.#lookAround())
      return
    }
    clock.advance(ms)
  }

  async #wait(ms: number): Promise<void> {
    const { clock } = this.#stage
    let left = ms
    while (left > 0 && this.#broken.length === 0) {
      const stretch = Math.min(left, clock.next() ?? left)
      await this.#pass(stretch)
      left -= stretch
      await rest()
      await this.#read([])
    }
  }

  async #feedback({ name, value, subject }: Extract<StoryStep, { do: 'feedback' }>): Promise<void> {
    const { running, clock } = this.#stage
    const takes = (decision: string) =>
      this.#parts.get(decision)?.feedbackParts.some((one) => one.name === name) === true
    const told = this.#witness.latest((one) => takes(one.decision), subject)
    if (told === undefined) return
    const at = clock.now()
    await this.#settle(running.feedback(told.answer.id, name, value))
    told.back.push({ name, value: value as Json, at })
    for (const rule of this.#rules) rule.cameBack?.(told, name, value, at)
    await rest()
    await this.#read([])
  }

  async #resetLatches(): Promise<void> {
    const { running } = this.#stage
    for (const { decision, guardrail, person } of running.latches()) {
      await running.resetLatch({ decision, guardrail, person, by: 'the story', reason: 'it goes on' })
    }
    for (const rule of this.#rules) rule.latchesReset?.()
  }
}

/** How a decision came about, without its numbers. */
function wayOf({
  decision,
  experience,
  wanted,
  reason,
  code,
  interventions,
  held,
  step,
  latched,
}: OpenEntry): string {
  const hands = interventions.map(({ guardrail, did }) => `${guardrail}:${did}`)
  const because = [
    reason,
    code,
    step?.step,
    held === undefined ? '' : 'held',
    latched === undefined ? '' : 'latched',
  ]
  return [decision, wanted, experience, ...because, ...hands].join('/')
}

/** One key for two different requests is refused, and should be. */
const isConflict = (error: unknown): boolean => error instanceof HolonError && error.code === 'key-conflict'
