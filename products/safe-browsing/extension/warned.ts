import type { AnswerOf } from 'holon'
import type { Told } from '../decision.ts'
import type { safeBrowsing } from '../system.ts'

/** What was decided about an address, as the pages of the extension need it. */
export interface Visited {
  readonly address: string
  /** Of the record on the server; null while it was away. */
  readonly id: AnswerOf<typeof safeBrowsing, 'visit'>['id'] | null
  readonly experience: 'nothing' | 'note' | 'warning'
  readonly told: Told | undefined
}

/** What the pages of the extension ask its worker. */
export type Question =
  /** What is to be said about the page that tab wanted to open. */
  | { readonly ask: 'visited'; readonly tab: number }
  /** What was said about the page a tab shows. */
  | { readonly ask: 'seen'; readonly tab: number }
  /** The person goes on to the page. */
  | { readonly ask: 'pass'; readonly tab: number }
  /** Where the tab was before. */
  | { readonly ask: 'before'; readonly tab: number }
  | { readonly ask: 'settings' }

/** How the server is reached, and under which number it knows this person. */
export interface Settings {
  readonly server: string
  readonly person: string
}
