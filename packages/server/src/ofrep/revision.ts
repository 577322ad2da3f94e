import { createHash, randomUUID } from 'node:crypto'
import { type EvaluationContext, watchChanges } from '@holon/flags'
import type { Running } from 'holon'

/**
 * Names what the flags of a context come from: as long as the name is the same, so is how they are decided. It changes with
 * every start of the server.
 */
export class Revision {
  readonly #systems: readonly Running[]
  readonly #start = randomUUID()
  #unwatch: (() => void) | undefined
  #changes = 0

  constructor(systems: readonly Running[]) {
    this.#systems = systems
  }

  /** Entity tag of all flags in a context. */
  tag(context: EvaluationContext): string {
    // Who is never asked need not listen.
    this.#unwatch ??= watchChanges(this.#systems, () => {
      this.#changes += 1
    })
    const text = JSON.stringify([this.#start, this.#changes, context])
    return `"${createHash('sha256').update(text).digest('base64url')}"`
  }

  close(): void {
    this.#unwatch?.()
  }
}

/** Whether `if-none-match` names a tag. */
export function isKnown(tag: string, header: string | undefined): boolean {
  const tags = header?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? []
  return tags.includes(tag)
}
