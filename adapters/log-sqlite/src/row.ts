/** Consecutive entries as they are stored: JSON texts, one a line. `systems` are those of the decisions among them. */
export interface Row {
  readonly entries: string
  readonly count: number
  readonly systems: readonly string[]
}

/** A row is full at this many entries or characters: reading one entry then reads little else. */
const mostEntries = 32
const mostCharacters = 32_000

/** Lays entries out in rows, in the order they are added. */
export class RowWriter {
  readonly #rows: Row[] = []
  #texts: string[] = []
  #systems = new Set<string>()
  #characters = 0

  /** `system`: of a decision only. */
  add(text: string, system: string | undefined): void {
    this.#texts.push(text)
    this.#characters += text.length
    if (system !== undefined) this.#systems.add(system)
    if (this.#texts.length === mostEntries || this.#characters >= mostCharacters) this.#close()
  }

  /** All rows, the last one as full as it is. */
  rows(): readonly Row[] {
    if (this.#texts.length > 0) this.#close()
    return this.#rows
  }

  #close(): void {
    const texts = this.#texts
    this.#rows.push({ entries: texts.join('\n'), count: texts.length, systems: [...this.#systems] })
    this.#texts = []
    this.#systems = new Set()
    this.#characters = 0
  }
}

/** The entries of a row. JSON has no line break outside of its escapes. */
export function linesOf(entries: string): string[] {
  return entries.split('\n')
}

/** The system of a stored entry if it is a decision. */
export function systemOf(text: string): string | undefined {
  const entry = JSON.parse(text) as { readonly kind: string; readonly system?: string }
  return entry.kind === 'decision' ? entry.system : undefined
}
