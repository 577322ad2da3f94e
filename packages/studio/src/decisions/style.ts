import type { Style, SystemDocument } from 'holon'
import type { Decided } from '../wire/entries.ts'

/** The style in which an experience of this system reaches people; undefined when it is declared no more. */
export function styleOf(
  system: SystemDocument,
  { decision, experience }: Pick<Decided, 'decision' | 'experience'>,
): Style | undefined {
  const point = system.decisions.find((one) => one.name === decision)
  return point?.experiences.find((one) => one.name === experience)?.style
}
