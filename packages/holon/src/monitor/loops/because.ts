import type { FurtherActions, LoopSighting } from '../../spec/loops.ts'

type Said = Omit<LoopSighting, 'because'>

/** What was seen, in a sentence or two for people. */
export function becauseOf(said: Said): string {
  switch (said.status) {
    case 'found':
      return found(said)
    case 'not-found':
      return `An effect of ${amount(said.evidence.shouldShow)} on ${targetOf(said)} would have been found with 90 %, and none was.`
    default:
      return `${lacking(said)} ${wanting(said)}`.trimEnd()
  }
}

function found(said: Said): string {
  const { strength } = said
  const how =
    strength === undefined
      ? `changes ${targetOf(said)}`
      : `${strength.effect < 0 ? 'lowers' : 'raises'} ${targetOf(said)} by ${amount(Math.abs(strength.effect))} (95 %: ${amount(strength.interval[0])} to ${amount(strength.interval[1])})`
  return `${actionOf(said)} ${how} ${said.delay} later.${gainOf(said)}`
}

function gainOf({ strength, delay }: Said): string {
  const { gain = null, further } = strength ?? {}
  const soon = gain === null ? [] : [`${amount(gain)} after ${delay}`]
  if (further === undefined)
    return soon.length === 0 ? '' : ` Further actions that one brings about: ${soon[0]}.`
  const [least, most] = further.interval
  const all = `${amount(further.actions)} within ${further.within} (95 %: ${amount(least)} to ${amount(most)})`
  return ` Further actions that one brings about: ${[...soon, all].join(', ')}; ${verdictOf(further)}.`
}

function verdictOf({ interval: [least, most] }: FurtherActions): string {
  if (least >= 1) return 'it runs away'
  if (least > 0) return most >= 1 ? 'it feeds itself, and may run away' : 'it feeds itself'
  return most < 0 ? 'it balances itself' : 'whether it feeds itself cannot be told yet'
}

/** What the evidence lacks. */
function lacking({ evidence }: Said): string {
  const { decisions, random, wouldShow, shouldShow } = evidence
  if (decisions === 0) return 'Nothing was seen yet of what comes after so long a delay.'
  if (random === 0) return 'No decision was drawn at random, so nothing tells what acting changes.'
  if (wouldShow === null || shouldShow === null) return 'Too little was seen to know what to expect.'
  return `Only an effect of ${amount(wouldShow)} or more would have been found; it should be ${amount(shouldShow)}.`
}

/** What to do about it. */
function wanting({ needed, evidence }: Said): string {
  if (needed === undefined || evidence.decisions === 0) return ''
  const { decisions, exploration } = needed
  const more = decisions === null ? [] : [`take ${count(decisions)} more decisions as random as these`]
  const random =
    exploration === null
      ? []
      : [`have ${percent(exploration)} of ${count(evidence.decisions)} decisions drawn at random`]
  const ways = [...more, ...random]
  if (ways.length > 0) return `To know: ${ways.join(', or ')}.`
  return 'To know: let a share of the decisions be drawn at random, for example with `explore`.'
}

const actionOf = ({ acts, decision }: Said): string =>
  `${acts.map((one) => `"${one}"`).join(' or ')} of ${decision}`

function targetOf({ influences: { kind, name, decision } }: Said): string {
  if (kind === 'score') return `what the model of ${decision} says`
  return kind === 'input' ? `the input "${name}" of ${decision}` : `the label "${name}" of ${decision}`
}

const amount = (value: number | null): string => (value === null ? '?' : String(Number(value.toPrecision(2))))
const count = (value: number): string => Math.round(value).toLocaleString('en-US')
const percent = (share: number): string => `${Number((100 * share).toPrecision(2))} %`
