import type { JsonObject } from '../spec/json.ts'
import { type Casting, roleOf } from './casting.ts'
import { known } from './known.ts'
import type { plainAnswer } from './puppet.ts'
import { simpler } from './simpler.ts'
import { lengthOf, type Saying, type Story, type StoryRequest, type StoryStep } from './story.ts'

/** Steps that are told at most while shrinking one story. */
const effort = 60_000
/** Stories that are told at most. */
const stories = 1_500

/**
 * The smallest story found that still fails: steps left out (delta debugging: Zeller and Hildebrandt, "Simplifying and
 * isolating failure-inducing input", 2002), then requests, contexts, sayings and times made simpler one by one.
 */
export async function shrink(
  casting: Casting,
  story: Story,
  fails: (story: Story) => Promise<boolean>,
): Promise<Story> {
  const shrinking = new Shrinking(casting, fails)
  let smallest = story
  for (let before: Story | undefined; before !== smallest && !shrinking.isSpent; ) {
    before = smallest
    smallest = await shrinking.fewerSteps(smallest)
    smallest = await shrinking.simplerSteps(smallest)
    smallest = await shrinking.simplerStart(smallest)
  }
  return smallest
}

class Shrinking {
  readonly #casting: Casting
  readonly #fails: (story: Story) => Promise<boolean>
  #steps = 0
  #stories = 0

  constructor(casting: Casting, fails: (story: Story) => Promise<boolean>) {
    this.#casting = casting
    this.#fails = fails
  }

  get isSpent(): boolean {
    return this.#steps >= effort || this.#stories >= stories
  }

  async #holds(story: Story): Promise<boolean> {
    if (this.isSpent) return false
    this.#stories++
    this.#steps += lengthOf(story)
    return this.#fails(story)
  }

  /** Leaves out ever smaller runs of steps. */
  async fewerSteps(story: Story): Promise<Story> {
    let smallest = story
    for (
      let size = Math.ceil(smallest.steps.length / 2);
      size >= 1;
      size = size === 1 ? 0 : Math.ceil(size / 2)
    ) {
      for (let from = 0; from < smallest.steps.length; ) {
        const fewer = { ...smallest, steps: smallest.steps.toSpliced(from, size) }
        if (fewer.steps.length > 0 && (await this.#holds(fewer))) smallest = fewer
        else from += size
      }
    }
    return smallest
  }

  async simplerSteps(story: Story): Promise<Story> {
    let smallest = story
    for (let place = 0; place < smallest.steps.length; place++) {
      for (let found = true; found && !this.isSpent; ) {
        found = false
        for await (const steps of this.#simplerAt(smallest.steps, place)) {
          const other = { ...smallest, steps }
          if (!(await this.#holds(other))) continue
          smallest = other
          found = true
          break
        }
      }
    }
    return smallest
  }

  /** What the story begins with, and whom it is about: together, as one request alone may not do without. */
  async simplerStart(story: Story): Promise<Story> {
    let smallest = story
    for (const name of ['subject', 'episode'] as const) {
      const other = withoutEverywhere(smallest, name)
      if (other !== smallest && (await this.#holds(other))) smallest = other
    }
    for (const name of ['calibrated', 'seed'] as const) {
      const { [name]: said, ...rest } = smallest
      if (said !== undefined && (await this.#holds(rest))) smallest = rest
    }
    return smallest
  }

  /** The steps with one of them simpler; requests one after the other are simpler than at once. */
  async *#simplerAt(steps: readonly StoryStep[], place: number): AsyncGenerator<readonly StoryStep[]> {
    const step = steps[place] as StoryStep
    if (step.do === 'race') {
      yield steps.toSpliced(place, 1, ...step.requests.map((one) => ({ do: 'decide' as const, ...one })))
    }
    for await (const other of this.#simplerStep(step)) yield steps.with(place, other)
  }

  async *#simplerStep(step: StoryStep): AsyncGenerator<StoryStep> {
    if ('chance' in step) {
      const { chance: _, ...rest } = step
      yield rest
    }
    switch (step.do) {
      case 'decide':
        for await (const request of this.#simplerRequest(step)) {
          yield { do: 'decide', ...(step.chance !== undefined && { chance: step.chance }), ...request }
        }
        break
      case 'race':
        yield* this.#simplerRace(step)
        break
      case 'tick':
        yield* simplerTicks(step, this.#casting)
        break
      case 'wait':
        for (const ms of simpler(step.ms, 0)) yield { ...step, ms: ms as number }
        break
      case 'set clock':
        for (const by of simpler(step.by, 0)) yield { ...step, by: by as number }
        break
      case 'feedback':
        if (step.subject !== undefined) {
          const { subject: _, ...rest } = step
          yield rest
        }
        break
      default:
    }
  }

  async *#simplerRace(step: Extract<StoryStep, { do: 'race' }>): AsyncGenerator<StoryStep> {
    for (const request of step.requests) yield { do: 'decide', ...request }
    for (const [place, request] of step.requests.entries()) {
      if (step.requests.length > 2) yield { ...step, requests: step.requests.toSpliced(place, 1) }
      for await (const other of this.#simplerRequest(request)) {
        yield { ...step, requests: step.requests.with(place, other) }
      }
    }
  }

  async *#simplerRequest(request: StoryRequest): AsyncGenerator<StoryRequest> {
    const { decision, context, subject, episode, key, model } = request
    const role = roleOf(this.#casting, decision)
    const whole = {
      ...{ decision, context },
      ...(subject !== undefined && { subject }),
      ...(episode !== undefined && { episode }),
      ...(key !== undefined && { key }),
      ...(model !== undefined && { model }),
    }
    for (const name of ['key', 'episode', 'subject', 'model'] as const) {
      if (whole[name] === undefined) continue
      const { [name]: _, ...rest } = whole
      yield rest
    }
    if (role === undefined) return
    if (model !== undefined) {
      for (const other of simplerSayings(model, role.part)) yield { ...whole, model: other }
    }
    for (const other of simpler(context, role.part.example)) {
      if ((await known(role.part, other as object)) !== undefined) {
        yield { ...whole, context: other as JsonObject }
      }
    }
  }
}

/** The story with nobody in particular, or no episode, in any request; the same story where there is none. */
function withoutEverywhere(story: Story, name: 'subject' | 'episode'): Story {
  const drop = <T extends object>(one: T): T => {
    const { [name]: _, ...rest } = one as T & Record<typeof name, unknown>
    return rest as T
  }
  const has = story.steps.some(
    (step) => name in step || (step.do === 'race' && step.requests.some((one) => name in one)),
  )
  if (!has) return story
  const steps = story.steps.map((step) =>
    step.do === 'race' ? { ...step, requests: step.requests.map(drop) } : drop(step),
  )
  return { ...story, steps }
}

function* simplerTicks(step: Extract<StoryStep, { do: 'tick' }>, { roles }: Casting): Generator<StoryStep> {
  const { model, ...rest } = step
  for (const times of simpler(step.times, 1)) yield { ...step, times: Math.max(1, times as number) }
  if (model === undefined) return
  yield rest
  const part = roles.find((role) => role.part.model !== undefined)?.part
  if (part !== undefined) for (const other of simplerSayings(model, part)) yield { ...step, model: other }
}

function* simplerSayings(
  saying: Saying,
  { model }: { readonly model?: Parameters<typeof plainAnswer>[0] },
): Generator<Saying> {
  if ('hangs' in saying || model === undefined) return
  const { after, ...rest } = saying
  if (after !== undefined) yield rest as Saying
  if ('throws' in saying) return
  for (const says of simplerAnswers(saying.says, model)) yield { ...saying, says }
}

function simplerAnswers(says: unknown, model: Parameters<typeof plainAnswer>[0]): readonly unknown[] {
  if (model.predicts.kind !== 'classes') return typeof says === 'number' ? simpler(says, 0) : []
  if (typeof says !== 'object' || says === null) return []
  const names = model.predicts.classes ?? []
  const certain = names.map((name) =>
    Object.fromEntries(names.map((other) => [other, other === name ? 1 : 0])),
  )
  const isCertain = Object.values(says).every((one) => one === 0 || one === 1)
  return isCertain ? [] : certain
}
