import type { Random } from '../spec/ports.ts'
import { type Casting, drawContext, roleOf, withoutPlant } from './casting.ts'
import { nudgeNumber } from './draw/number.ts'
import { chance, whole as drawWhole, one, spread } from './draw/pick.ts'
import { drawAdversary } from './draw/saying.ts'
import { hasPlant, type Saying, type Story, type StoryRequest, type StoryStep } from './story.ts'
import { Writer } from './write-story.ts'

/**
 * A story that differs from another in a few things: what a model says, a context, a length of time, a step more, less
 * or elsewhere. The search keeps what comes closer to a violation.
 */
export async function varyStory(whole: Casting, story: Story, random: Random): Promise<Story> {
  let { steps } = story
  const casting = hasPlant(story) ? whole : withoutPlant(whole)
  const changes = Math.floor(spread(1, 6, random))
  for (let n = 0; n < changes; n++) steps = await varySteps(casting, steps, random)
  steps = cut(casting, steps)
  const reseed = story.seed !== undefined && chance(0.2, random)
  return { ...story, steps, ...(reseed && { seed: drawWhole(0, 2 ** 31, random) }) }
}

/** So many variations of its last step go on a story that is climbed. */
const tries = 8

/** A story that ended where it came closest to a violation, and goes on with several variations of its last step. */
export async function climbStory(whole: Casting, story: Story, random: Random): Promise<Story> {
  const last = story.steps.at(-1)
  if (last === undefined) return story
  const casting = hasPlant(story) ? whole : withoutPlant(whole)
  const before = story.steps.slice(-casting.length, chance(0.5, random) ? -1 : undefined)
  const varied: StoryStep[] = []
  for (let n = 0; n < tries; n++) varied.push(await varyStep(casting, last, random))
  return { ...story, steps: [...before, ...varied] }
}

/** Varied again and again, stories would grow for ever. */
function cut(
  { length, period = Number.POSITIVE_INFINITY }: Casting,
  steps: readonly StoryStep[],
): readonly StoryStep[] {
  let left = 2 * length
  const within = steps.findIndex((step) => {
    left -= step.do === 'tick' ? step.times : step.do === 'wait' ? 1 + step.ms / period : 1
    return left < 0
  })
  return within === -1 ? steps : steps.slice(0, Math.max(1, within))
}

async function varySteps(
  casting: Casting,
  steps: readonly StoryStep[],
  random: Random,
): Promise<readonly StoryStep[]> {
  const place = drawWhole(0, Math.max(0, steps.length - 1), random)
  const step = steps[place]
  if (step === undefined) return [await new Writer(casting, random).step(casting.length)]
  const kind = random.next()
  if (kind < 0.08 && steps.length > 1) return steps.toSpliced(place, 1)
  if (kind < 0.16) return steps.toSpliced(place, 0, await new Writer(casting, random).step(10))
  if (kind < 0.22) return steps.toSpliced(drawWhole(0, steps.length, random), 0, step)
  return steps.toSpliced(place, 1, await varyStep(casting, step, random))
}

async function varyStep(casting: Casting, step: StoryStep, random: Random): Promise<StoryStep> {
  switch (step.do) {
    case 'decide':
      return { ...step, ...(await varyRequest(casting, step, random)) }
    case 'race': {
      const place = drawWhole(0, step.requests.length - 1, random)
      const request = await varyRequest(casting, step.requests[place] as StoryRequest, random)
      return { ...step, requests: step.requests.toSpliced(place, 1, request) }
    }
    case 'tick':
      return varyTick(casting, step, random)
    case 'wait':
      return {
        ...step,
        ms: nudgeNumber(step.ms, { type: 'integer', minimum: 0, maximum: longestWait(casting) }, random),
      }
    case 'set clock':
      return { ...step, by: nudgeNumber(step.by, { type: 'integer', minimum: -1e10, maximum: 1e10 }, random) }
    default:
      return step
  }
}

/** Milliseconds: a year, or as long as a story of the plant. */
const longestWait = ({ period, length }: Casting): number =>
  period === undefined ? 31_556_952_000 : period * length

function varyTick(casting: Casting, step: Extract<StoryStep, { do: 'tick' }>, random: Random): StoryStep {
  if (step.model === undefined || chance(0.3, random)) {
    const times = Math.round(step.times * spread(0.3, 3, random))
    return { ...step, times: Math.min(casting.length, Math.max(1, times)) }
  }
  const { part } = one(
    casting.roles.filter((role) => role.part.model !== undefined),
    random,
  )
  return { ...step, model: varySaying(casting, part.name, step.model, random) }
}

async function varyRequest(casting: Casting, request: StoryRequest, random: Random): Promise<StoryRequest> {
  const role = roleOf(casting, request.decision)
  if (role === undefined) return request
  // Under one key only one thing may be asked.
  const { key: _, ...rest } = request
  if (request.model === undefined || chance(0.5, random)) {
    return { ...rest, context: await drawContext(role, random, request.context) }
  }
  return { ...rest, model: varySaying(casting, request.decision, request.model, random) }
}

function varySaying(casting: Casting, decision: string, saying: Saying, random: Random): Saying {
  if (
    'says' in saying &&
    typeof saying.says === 'number' &&
    Number.isFinite(saying.says) &&
    chance(0.6, random)
  ) {
    const isProbability = roleOf(casting, decision)?.part.model?.predicts.kind === 'probability'
    const bounds = isProbability ? { minimum: 0, maximum: 1 } : {}
    return { ...saying, says: nudgeNumber(saying.says, bounds, random) }
  }
  const role = roleOf(casting, decision)
  const model = role?.part.model
  return role === undefined || model === undefined ? saying : drawAdversary(model, random, role.landmarks)()
}
