import type { JsonObject } from '../spec/json.ts'
import type { Random } from '../spec/ports.ts'
import { type Casting, drawContext, drawFeedback, drawTime, type Role, withoutPlant } from './casting.ts'
import { chance, whole as drawWhole, one, spread } from './draw/pick.ts'
import { type Adversary, drawAdversary } from './draw/saying.ts'
import type { Saying, Story, StoryRequest, StoryStep } from './story.ts'

/** Who may be concerned; nobody in particular the rest of the time. */
const people = ['person 1', 'person 2'] as const
const episodes = ['episode 1', 'episode 2'] as const

/** Where there is a plant, so many stories ask the decisions themselves, in contexts that the plant may never come to. */
const apart = 0.3

/** Draws a story of a system. */
export async function writeStory(whole: Casting, random: Random): Promise<Story> {
  const casting = whole.period !== undefined && chance(apart, random) ? withoutPlant(whole) : whole
  const writer = new Writer(casting, random)
  const steps: StoryStep[] = []
  const length = chance(0.8, random) ? casting.length : drawWhole(1, casting.length, random)
  for (let told = 0; told < length; ) {
    const step = await writer.step(length - told)
    steps.push(step)
    told += step.do === 'tick' ? step.times : 1
  }
  return {
    steps,
    ...(chance(0.2, random) && { calibrated: false }),
    ...(casting.period !== undefined && { seed: drawWhole(0, 2 ** 31, random) }),
  }
}

/** What a step draws from; 32 bits. */
const drawSeed = (random: Random): number => drawWhole(0, 2 ** 32 - 1, random)

/** Writes one story; what was asked before is asked again with little changed. */
export class Writer {
  readonly #casting: Casting
  readonly #random: Random
  readonly #adversaries = new Map<string, Adversary>()
  readonly #before = new Map<string, JsonObject>()
  readonly #keyed: StoryRequest[] = []
  #last: StoryRequest | undefined
  /** How often somebody in particular is concerned, in this story. */
  readonly #personal: number
  readonly #crowded: boolean

  constructor(casting: Casting, random: Random) {
    this.#casting = casting
    this.#random = random
    this.#personal = one([0, 0.5, 1], random)
    this.#crowded = chance(0.3, random)
  }

  /** One step; ticks up to a number of them. */
  async step(ticks: number): Promise<StoryStep> {
    const random = this.#random
    const kind = this.#casting.roles.length === 0 ? 0 : random.next()
    if (kind < 0.06) return { do: 'wait', ms: drawTime(this.#casting, random) }
    if (kind < 0.09) return { do: 'set clock', by: this.#shift() }
    if (kind < 0.12) return { do: 'restart' }
    if (kind < 0.14) return { do: 'reset latches' }
    if (kind < 0.22) return this.#feedback() ?? { do: 'restart' }
    if (this.#casting.period !== undefined) return this.#tick(ticks)
    if (kind > (this.#crowded ? 0.6 : 0.95)) return this.#race()
    return { do: 'decide', chance: drawSeed(random), ...(await this.#request()) }
  }

  /** By how much somebody sets the clock: seconds to a day, forward or back. */
  #shift(): number {
    return Math.round(spread(1, 86_400_000, this.#random)) * one([1, -1], this.#random)
  }

  async #race(): Promise<StoryStep> {
    const requests: StoryRequest[] = []
    const count = drawWhole(2, 6, this.#random)
    for (let n = 0; n < count; n++) requests.push(await this.#request())
    return { do: 'race', requests, chance: drawSeed(this.#random) }
  }

  #tick(most: number): StoryStep {
    const random = this.#random
    const times = Math.min(most, Math.ceil(spread(1, chance(0.3, random) ? 100 : 5, random)))
    const reading = this.#casting.roles.filter(({ part }) => part.model !== undefined)
    const said = reading.length === 0 ? undefined : this.#say(one(reading, random))
    return { do: 'tick', times, chance: drawSeed(random), ...(said !== undefined && { model: said }) }
  }

  async #request(): Promise<StoryRequest> {
    const random = this.#random
    if (this.#keyed.length > 0 && chance(0.03, random)) return one(this.#keyed, random)
    if (this.#last !== undefined && chance(0.15, random)) return this.#last
    const role = one(this.#casting.roles, random)
    const { name } = role.part
    const near = chance(0.5, random) ? this.#before.get(name) : undefined
    const context = await drawContext(role, random, near)
    this.#before.set(name, context)
    const said = this.#say(role)
    const request: StoryRequest = {
      decision: name,
      context,
      ...(chance(this.#personal, random) && { subject: one(people, random) }),
      ...(chance(0.4, random) && { episode: one(episodes, random) }),
      ...(chance(0.03, random) && { key: `key ${this.#keyed.length + 1}` }),
      ...(said !== undefined && { model: said }),
    }
    if (request.key === undefined) this.#last = request
    else this.#keyed.push(request)
    return request
  }

  #say({ part: { model }, landmarks }: Role): Saying | undefined {
    if (model === undefined) return undefined
    const known = this.#adversaries.get(model.name) ?? drawAdversary(model, this.#random, landmarks)
    this.#adversaries.set(model.name, known)
    return known()
  }

  #feedback(): StoryStep | undefined {
    const random = this.#random
    const { part } = one(this.#casting.roles, random)
    const backs = part.feedbackParts
    if (backs.length === 0) return undefined
    const { name } = one(backs, random)
    const value = drawFeedback(part, name, random)
    if (value === undefined) return undefined
    const subject = chance(this.#personal, random) ? { subject: one(people, random) } : {}
    return { do: 'feedback', name, value, ...subject }
  }
}
