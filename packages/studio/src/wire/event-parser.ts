/** Reads server-sent events (WHATWG HTML, section 9.2.6) from text that arrives in arbitrary pieces. */
export class EventParser {
  readonly #told: (type: string, data: string) => void
  #rest = ''
  #type = ''
  #data: string[] = []

  constructor(told: (type: string, data: string) => void) {
    this.#told = told
  }

  push(text: string): void {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/)
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.#line(line)
  }

  #line(line: string): void {
    if (line === '') this.#dispatch()
    else this.#field(line)
  }

  #field(line: string): void {
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') this.#type = value
    if (field === 'data') this.#data.push(value)
  }

  #dispatch(): void {
    if (this.#data.length > 0) this.#told(this.#type || 'message', this.#data.join('\n'))
    this.#type = ''
    this.#data = []
  }
}
