import { declared } from './declared.ts'
import { fallback } from './fallback.ts'
import { latches } from './latches.ts'
import { limits } from './limits.ts'
import { probabilities } from './probabilities.ts'
import { replays } from './replays.ts'
import type { Rule } from './rule.ts'

/** What every request may expect. */
export const answeredRule = 'every valid request is answered'

/** What holds for every system, each for one story. */
export const everyRule = (): readonly Rule[] => [
  declared(),
  probabilities(),
  fallback(),
  limits(),
  latches(),
  replays(),
]
