import type { ReplayDocument } from '../spec/api.ts'
import { HolonError } from '../spec/error.ts'
import type { Json } from '../spec/json.ts'
import type { DecisionEntry, Entry, OpenEntry } from '../spec/record.ts'
import type { Answer } from '../spec/running.ts'
import type { DecisionPart } from '../system/decision.ts'
import { type Breach, type Ending, Tally } from './ending.ts'
import { known } from './known.ts'
import { answeredRule, everyRule } from './rules/every.ts'
import type { Rule, Witnessed } from './rules/rule.ts'
import type { Stage } from './stage.ts'
import type { StoryRequest } from './story.ts'
import type { Invariant, Verification } from './verification.ts'
import { answerOf, marginOf, type Told, Witness } from './witness.ts'

/** A request that was made, what came of it, and after how many virtual milliseconds. */
export interface Asked {
  readonly request: StoryRequest
  readonly took: number
  readonly answer?: Answer
  readonly error?: unknown
}

/** Looks at everything that happens in one story, and says what broke. */
export class Judge {
  readonly #invariants: Verification['invariants']
  readonly #parts: ReadonlyMap<string, DecisionPart>
  readonly #stage: Stage
  readonly #witness = new Witness()
  readonly #rules: readonly Rule[] = everyRule()
  readonly #broken: Breach[] = []
  readonly #tally = new Tally()
  readonly #ways = new Set<string>()
  #step = 0

  constructor({ invariants }: Verification, parts: ReadonlyMap<string, DecisionPart>, stage: Stage) {
    this.#invariants = invariants
    this.#parts = parts
    this.#stage = stage
  }

  get isBroken(): boolean {
    return this.#broken.length > 0
  }

  /** What is seen from now on happens at this step of the story. */
  begin(step: number): void {
    this.#step = step
  }

  ending(steps: number): Ending {
    const { looked, interventions } = this.#tally
    return { broken: this.#broken, looked, interventions, steps, ways: this.#ways }
  }

  /** Looks at what requests came to, and at everything else that was written meanwhile. */
  async answered(asked: readonly Asked[]): Promise<void> {
    for (const { request, error } of asked) {
      this.#look(answeredRule)
      if (error !== undefined && !isConflict(error)) {
        this.#breach(answeredRule, `"${request.decision}" threw: ${String(error)}`)
      }
    }
    await this.read(asked)
  }

  unanswered(decision: string | undefined): void {
    this.#breach(answeredRule, `"${decision}" never answered`)
  }

  /** Looks at everything that was written since: what was asked for, and what the runtime did by itself. */
  async read(asked: readonly Asked[] = []): Promise<void> {
    const written = this.#stage.written()
    const patience = this.#patience(written, asked)
    for (const entry of written) {
      if (entry.kind === 'decision') await this.#readDecision(entry, asked, patience)
      else this.#readEvent(entry)
    }
  }

  /** Looks whether something holds at a moment. */
  judge<M>(invariant: Invariant<M>, moment: M): void {
    const { margin, because } = marginOf(invariant, moment)
    this.#look(invariant.name, margin)
    if (margin < 0) this.#breach(invariant.name, because)
  }

  /** The latest answer that takes a feedback, of a person if given. */
  latest(feedback: string, subject?: string): Told | undefined {
    const takes = (decision: string) =>
      this.#parts.get(decision)?.feedbackParts.some((one) => one.name === feedback) === true
    return this.#witness.latest((one) => takes(one.decision), subject)
  }

  cameBack(told: Told, name: string, value: Json, at: number): void {
    told.back.push({ name, value, at })
    for (const rule of this.#rules) rule.cameBack?.(told, name, value, at)
  }

  latchesReset(): void {
    for (const rule of this.#rules) rule.latchesReset?.()
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
    this.#tally.intervene(String(entry.details.guardrail))
  }

  async #readDecision(entry: DecisionEntry, asked: readonly Asked[], patience: number): Promise<void> {
    const part = this.#parts.get(entry.decision) as DecisionPart
    const mine = asked.find(({ answer }) => answer?.id === entry.id)
    const { sealed: _, ...record } = entry
    for (const { guardrail } of record.interventions) this.#tally.intervene(guardrail)
    this.#ways.add(wayOf(record))
    const told =
      mine?.answer === undefined
        ? await this.#byItself(part, entry.id)
        : await askedFor(part, mine.request, mine.answer, record)
    const moment = this.#witness.add(told)
    await this.#obey({
      ...{ told, part, step: this.#step, replay: () => this.#replay(record) },
      request: mine?.request,
      crowd: Math.max(1, asked.length),
      took: mine?.took ?? 0,
      patience,
    })
    for (const invariant of this.#invariants) this.judge(invariant, moment)
  }

  /** A step that a ladder took by itself: what is known of it is in its record. */
  async #byItself(part: DecisionPart, id: string): Promise<Told> {
    const { record, private: secret } = await this.#stage.running.record(id)
    const style = part.experiences.find((one) => one.name === record.experience)?.style ?? 'silent'
    return {
      ...{ decision: part.name, record, at: record.at, back: [] },
      context: { ...record.context, ...secret?.context },
      answer: answerOf(record, secret?.parameters ?? null, style),
      ...(secret?.subject !== undefined && { subject: secret.subject }),
      ...(record.episode !== undefined && { episode: record.episode }),
    }
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

  #look(name: string, margin = Number.POSITIVE_INFINITY): void {
    this.#tally.look(name, { times: 1, margin, step: this.#step })
  }

  #breach(invariant: string, because: string): void {
    if (this.#broken.some((one) => one.invariant === invariant)) return
    this.#broken.push({ invariant, because, step: this.#step })
  }
}

async function askedFor(
  part: DecisionPart,
  { context, subject }: StoryRequest,
  answer: Answer,
  record: OpenEntry,
): Promise<Told> {
  return {
    ...{ decision: part.name, answer, record, at: record.at, back: [] },
    context: (await known(part, context))?.value ?? context,
    ...(subject !== undefined && { subject }),
    ...(record.episode !== undefined && { episode: record.episode }),
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
