import { createClient, type FallbackAnswer } from '@holon/client'
import type { AnswerOf } from 'holon'
import type { MeterReading, Review } from '../../meter.ts'
import type { taxFiling } from '../../system.ts'

/** What the meter's decision answered; nothing when the server did not answer. */
export type Seen = AnswerOf<typeof taxFiling, 'audit-risk-meter'> | FallbackAnswer<'nothing'>

/** What is shown: a reading, and in a review also lines. */
export type Shown = Extract<Seen, { parameters: MeterReading | Review }>

/** The one thing on this page that a server is asked for: whether to show a meter, and what it shows. */
export const client = createClient<typeof taxFiling>({ system: 'tax-filing' })
