import { rest } from '../memory/rest.ts'
import type { Json } from '../spec/json.ts'
import type { Answer } from '../spec/running.ts'
import type { DecisionPart } from '../system/decision.ts'
import type { System } from '../system/system.ts'
import type { Ending } from './ending.ts'
import { type Asked, Judge } from './judge.ts'
import { type Settled, settle } from './settle.ts'
import { type Stage, setStage } from './stage.ts'
import { hasPlant, type Story, type StoryRequest, type StoryStep } from './story.ts'
import type { Verification } from './verification.ts'
import { withoutGuardrails } from './without.ts'
import { World } from './world.ts'

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

/** Lets the steps of a story happen, one after the other. */
class Telling {
  readonly #parts: ReadonlyMap<string, DecisionPart>
  readonly #stage: Stage
  readonly #story: Story
  readonly #judge: Judge
  readonly #world: World | undefined
  #taken = 0

  constructor(verification: Verification, system: System, stage: Stage, story: Story) {
    this.#parts = new Map(system.decisions.map((one) => [one.name, one]))
    this.#stage = stage
    this.#story = story
    this.#judge = new Judge(verification, this.#parts, stage)
    const { plant } = verification
    if (plant !== undefined && hasPlant(story))
      this.#world = new World(plant, stage, this.#parts, story.seed ?? 0)
  }

  async tell(): Promise<Ending> {
    for (const [place, step] of this.#story.steps.entries()) {
      this.#judge.begin(place)
      this.#stage.chance.begin('chance' in step ? (step.chance ?? 0) : 0)
      if (step.do !== 'tick') this.#taken++
      await this.#do(step)
      if (this.#isOver) break
    }
    return this.#judge.ending(this.#taken + (this.#world?.moves ?? 0))
  }

  async close(): Promise<void> {
    await this.#settle(this.#stage.close())
  }

  get #isOver(): boolean {
    return this.#judge.isBroken || this.#world?.over === true
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
        return this.#judge.read()
      case 'feedback':
        return this.#feedback(step)
      case 'reset latches':
        return this.#resetLatches()
    }
  }

  async #tick({ times, model }: Extract<StoryStep, { do: 'tick' }>): Promise<void> {
    const world = this.#world
    if (world === undefined) return
    for (let tick = 0; tick < times && !this.#isOver; tick++) {
      const request = world.sense()
      const answers =
        request === undefined
          ? []
          : await this.#decide([{ ...request, ...(model !== undefined && { model }) }])
      await world.act(answers[0])
      this.#lookAround(world)
    }
  }

  /** Asks, all at once, and looks at what was answered. */
  async #decide(requests: readonly StoryRequest[]): Promise<readonly Answer[]> {
    this.#play(requests)
    const settled = await this.#settle(Promise.all(requests.map((request) => this.#ask(request))))
    if (!settled.done) {
      this.#judge.unanswered(requests[0]?.decision)
      return []
    }
    await this.#judge.answered(settled.value)
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

  #lookAround(world: World): void {
    for (const invariant of world.always) this.#judge.judge(invariant, world.state)
  }

  async #pass(ms: number): Promise<void> {
    const world = this.#world
    if (world === undefined) this.#stage.clock.advance(ms)
    else await world.pass(ms, () => this.#lookAround(world))
  }

  /** Time passes, timer by timer; what they set going is over before the next. */
  async #wait(ms: number): Promise<void> {
    const { clock } = this.#stage
    let left = ms
    while (left > 0 && !this.#judge.isBroken) {
      const stretch = Math.min(left, clock.next() ?? left)
      await this.#pass(stretch)
      left -= stretch
      await rest()
      await this.#judge.read()
    }
  }

  async #feedback({ name, value, subject }: Extract<StoryStep, { do: 'feedback' }>): Promise<void> {
    const { running, clock } = this.#stage
    const told = this.#judge.latest(name, subject)
    if (told === undefined) return
    const at = clock.now()
    await this.#settle(running.feedback(told.answer.id, name, value))
    this.#judge.cameBack(told, name, value as Json, at)
    await rest()
    await this.#judge.read()
  }

  async #resetLatches(): Promise<void> {
    const { running } = this.#stage
    for (const { decision, guardrail, person } of running.latches()) {
      await running.resetLatch({ decision, guardrail, person, by: 'the story', reason: 'it goes on' })
    }
    this.#judge.latchesReset()
  }
}
