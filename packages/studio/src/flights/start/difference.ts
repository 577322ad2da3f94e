import type { ArmChange, ComponentDocument, DecisionDocument } from 'holon'
import { type Utility, utilityNames } from '../../experience/utilities.ts'
import { formatNumber } from '../../format/number.ts'

/** One part of a decision point in the control and in an arm, in words. */
export interface PartDifference {
  readonly part: string
  readonly control: string
  readonly arm: string
}

const numberWords: Readonly<Record<Utility, string>> = {
  right: 'value when right',
  wrong: 'value when wrong',
  interrupting: 'cost of interrupting',
}

/** Every part in which an arm differs from the control. */
export function differencesOf(
  decision: DecisionDocument,
  model: ComponentDocument | undefined,
  control: ArmChange,
  arm: ArmChange,
): readonly PartDifference[] {
  const before = partsOf(decision, model, control)
  const after = partsOf(decision, model, arm)
  const parts = [...new Set([...before.keys(), ...after.keys()])]
  const declared = (part: string) => declaredPart(decision, model, part)
  return parts.flatMap((part) => {
    const [one, other] = [before.get(part) ?? declared(part), after.get(part) ?? declared(part)]
    return one === other ? [] : [{ part, control: one, arm: other }]
  })
}

/** What a change sets, part by part. */
function partsOf(
  { variants = [] }: DecisionDocument,
  model: ComponentDocument | undefined,
  { variant: name, model: version, experiences = {} }: ArmChange,
): ReadonlyMap<string, string> {
  const variant = variants.find((one) => one.name === name)
  const tuned = Object.entries(experiences).flatMap(([experience, values]) =>
    utilityNames.flatMap((utility) => {
      const value = values[utility]
      return value === undefined ? [] : [[partOf(experience, utility), formatNumber(value)] as const]
    }),
  )
  return new Map([
    ...(variant?.changes ?? []).map((words) => partIn(words, variant?.name ?? '')),
    ...(version === undefined ? [] : [[`model ${model?.name ?? ''}`, versionWords(model, version)] as const]),
    ...tuned,
  ])
}

const partOf = (experience: string, utility: Utility): string => `${experience}: ${numberWords[utility]}`

/** A change as the declaration tells it: `policy: …`, `meter: words`, `meter: value when right 3`. */
function partIn(words: string, variant: string): readonly [part: string, value: string] {
  const policy = /^policy: (.*)$/s.exec(words)?.[1]
  if (policy !== undefined) return ['policy', policy]
  const [, part, number] = /^(.*) (-?[\d.]+(?:e-?\d+)?)$/i.exec(words) ?? []
  return part === undefined ? [words, `those of “${variant}”`] : [part, formatNumber(Number(number))]
}

function declaredPart(
  { policy, experiences }: DecisionDocument,
  model: ComponentDocument | undefined,
  part: string,
): string {
  if (part === 'policy') return policy.words
  if (part.startsWith('model ')) return ownWords(model)
  for (const { name, forcefulness, ...numbers } of experiences) {
    const utility = utilityNames.find((one) => partOf(name, one) === part)
    if (utility !== undefined) return formatNumber(numbers[utility])
    if (part === `${name}: forcefulness`) return formatNumber(forcefulness)
  }
  return 'as declared'
}

function ownWords(component: ComponentDocument | undefined): string {
  const { version, kind } = component?.model ?? {}
  return version === undefined ? 'its own' : `its own, ${version}${kind === undefined ? '' : ` (${kind})`}`
}

function versionWords(component: ComponentDocument | undefined, name: string): string {
  const found = component?.model?.versions?.find((one) => one.name === name)
  if (found === undefined) return name
  const price = found.cost === undefined ? '' : `, ${formatNumber(found.cost)} an answer`
  return `${name}, ${found.version} (${found.kind})${price}`
}
