import type { FairnessDeclaration, FairnessDimension } from 'holon'
import { anyObject, described, list, number, object, text, word } from './build.ts'

const expression = described('A value of a decision, as measures write it.', anyObject)

const dimension = object<FairnessDimension>({ name: text, of: expression })

/** What is looked at, as declared. */
export const fairnessDeclaration = object<FairnessDeclaration>(
  {
    name: text,
    why: text,
    decision: text,
    groups: list(dimension),
    benefit: described('What counts as having been treated well.', expression),
    strata: list(dimension),
    per: word('decision', 'person'),
    minimum: described('Fewer observations give no number.', number),
    tolerance: described('Largest difference of shares that counts as none.', number),
  },
  { deserved: expression, score: expression, waits: expression, among: expression },
)
