import type { AnswerOf } from 'holon'
import type { Life } from 'holon/world'
import type { safeBrowsing } from '../system.ts'
import type { Opened } from './address.ts'
import type { Browser } from './browser.ts'
import type { settings } from './settings.ts'

/** What everybody in this world shares: what disputed pages really are, by the decision about the report, until it is answered. */
export interface Web {
  readonly disputed: Map<string, Opened>
}

/** A story in the world of safe browsing. */
export type BrowsingLife = Life<typeof safeBrowsing, Browser, Web, typeof settings>

/** What was met before a page. */
export type Seen = AnswerOf<typeof safeBrowsing, 'visit'>
