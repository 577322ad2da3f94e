import { inMilliseconds } from '../spec/duration.ts'
import { HolonError } from '../spec/error.ts'
import type { DecisionPart } from './decision.ts'
import type { FairnessPart } from './fairness.ts'
import type { LimitPart } from './limit.ts'
import type { PersonPart } from './person.ts'

const invalid = (message: string, fix: string) => new HolonError('declaration-invalid', message, fix)

/** Refuses what could never work as declared, most of which types refuse first. @throws HolonError `declaration-invalid` */
export function mustBeConsistent(decisions: readonly DecisionPart[], people: readonly PersonPart[]): void {
  for (const decision of decisions) {
    mustNameExperiences(decision)
    mustNameFeedback(decision)
    mustClimb(decision)
    mustHandOver(decision, people)
  }
  mustShareLimits(decisions)
}

function mustNameExperiences({
  name,
  fallback,
  policy,
  guardrails,
  experiences,
  ladder,
  variants,
}: DecisionPart): void {
  const known = experiences.map((one) => one.name)
  const latches = guardrails.flatMap((one) => (one.latches === undefined ? [] : [one.latches]))
  const steps = ladder?.steps.map((one) => one.experience) ?? []
  const varied = variants.flatMap((one) => [...Object.keys(one.experiences), ...(one.policy?.names ?? [])])
  const unknown = [fallback, ...policy.names, ...latches, ...steps, ...varied].find(
    (one) => !known.includes(one),
  )
  if (unknown === undefined) return
  throw invalid(
    `The decision "${name}" names an experience "${unknown}" that it does not have.`,
    `Use one of ${known.join(', ')}.`,
  )
}

function mustNameFeedback({ name, feedbackParts, ladder, experiences }: DecisionPart): void {
  const known = feedbackParts.map((one) => one.name)
  if (known.includes('exposure')) {
    throw invalid(
      `The decision "${name}" declares feedback named "exposure".`,
      'Choose another name: "exposure" is how every decision reports that it was really seen.',
    )
  }
  const answers = [...experiences, ...feedbackParts].flatMap(({ handsOver }) =>
    handsOver === undefined ? [] : [handsOver.answer],
  )
  const wanted = [...(ladder?.endedBy ?? []), ...(ladder?.hurriedBy ?? []), ...answers]
  const unknown = wanted.find((one) => !known.includes(one))
  if (unknown === undefined) return
  throw invalid(
    `The decision "${name}" waits for feedback "${unknown}" that it does not have.`,
    `Use one of ${known.join(', ')}.`,
  )
}

/** Every step but the last waits; a ladder has two steps or more, and something that ends it. */
function mustClimb({ name, ladder, habituation }: DecisionPart): void {
  if (habituation !== undefined && !(habituation.growth >= 0)) {
    throw invalid(
      `In the decision "${name}" interrupting costs less each time: its growth is ${habituation.growth}.`,
      'Give a growth of 0 or more.',
    )
  }
  if (ladder === undefined) return
  const { steps, endedBy } = ladder
  const waits = steps.every(({ wait }, at) => (wait === undefined) === (at === steps.length - 1))
  if (steps.length > 1 && waits && endedBy.length > 0) return
  throw invalid(
    `The ladder of "${name}" does not lead from step to step.`,
    'Give it two steps or more, a wait for each but the last, and feedback that ends it.',
  )
}

/** Whether the answer to a hand-over leads, over further ones, to the feedback that handed over first. */
function comesBack(name: string, parts: DecisionPart['feedbackParts']): boolean {
  const answers = new Map(parts.map((one) => [one.name, one.handsOver?.answer]))
  let answer = answers.get(name)
  for (let steps = 0; steps < parts.length && answer !== undefined && answer !== name; steps++) {
    answer = answers.get(answer)
  }
  return answer === name
}

/** Cases go to people of the system, for an answer in a stretch of time that is not what handed them over. */
function mustHandOver(
  { name, experiences, feedbackParts }: DecisionPart,
  people: readonly PersonPart[],
): void {
  const handing = [...experiences, ...feedbackParts]
  for (const { handsOver } of handing) if (handsOver !== undefined) inMilliseconds(handsOver.within)
  const circle = feedbackParts.find((one) => comesBack(one.name, feedbackParts))
  if (circle !== undefined) {
    throw invalid(
      `The feedback "${circle.name}" of "${name}" hands over for an answer that leads back to it.`,
      'Declare feedback of another name for the answer.',
    )
  }
  const stranger = handing.find(({ handsOver }) => handsOver !== undefined && !people.includes(handsOver.to))
  if (stranger === undefined) return
  throw invalid(
    `"${stranger.name}" of "${name}" hands cases to "${stranger.handsOver?.to.name}", who is not among the people of the system.`,
    'List the person in `people`.',
  )
}

/** Limits are shared by name; a pause waits for feedback that one of the decisions has. */
function mustShareLimits(decisions: readonly DecisionPart[]): void {
  const limits = decisions.flatMap((one) => one.limits)
  const twin = limits.find((one) => limits.some((other) => other !== one && other.name === one.name))
  if (twin !== undefined) {
    throw invalid(`Two limits are named "${twin.name}".`, 'Declare it once and list it in both decisions.')
  }
  const heard = (limit: LimitPart) =>
    decisions
      .filter((one) => one.limits.includes(limit))
      .flatMap((one) => one.feedbackParts.map((back) => back.name))
  const deaf = limits.find((one) => one.pause !== undefined && !heard(one).includes(one.pause.after))
  if (deaf === undefined) return
  throw invalid(
    `The limit "${deaf.name}" pauses after feedback "${deaf.pause?.after}" that no decision with it has.`,
    `Use one of ${heard(deaf).join(', ')}.`,
  )
}

/** What is looked at must be there. @throws HolonError `declaration-invalid` */
export function mustBeAbout(fairness: readonly FairnessPart[], decisions: readonly DecisionPart[]): void {
  const known = decisions.map((one) => one.name)
  const stray = fairness.find((one) => !known.includes(one.decision))
  if (stray === undefined) return
  throw invalid(
    `The fairness "${stray.name}" is about the decision "${stray.decision}", which is not in the system.`,
    known.length > 0 ? `Use one of ${known.join(', ')}.` : 'Add the decision to the system.',
  )
}
