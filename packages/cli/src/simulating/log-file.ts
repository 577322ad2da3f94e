import { closeSync, openSync, writeFileSync } from 'node:fs'
import { HolonError } from 'holon'

const together = 1 << 16

/** Writes lines into a file, many at once. */
export class LogFile {
  readonly #file: number
  #lines: string[] = []
  #length = 0

  /** @throws HolonError `config-invalid` when the file cannot be written */
  constructor(path: string) {
    try {
      this.#file = openSync(path, 'w')
    } catch (cause) {
      throw new HolonError(
        'config-invalid',
        `The file ${path} cannot be written.`,
        'Give the path of a file in a folder that is there.',
        { cause },
      )
    }
  }

  /** @param line with its line feed */
  add(line: string): void {
    this.#lines.push(line)
    this.#length += line.length
    if (this.#length > together) this.#write()
  }

  close(): void {
    this.#write()
    closeSync(this.#file)
  }

  #write(): void {
    // Unlike `writeSync`, it goes on until everything is written.
    writeFileSync(this.#file, this.#lines.join(''))
    this.#lines = []
    this.#length = 0
  }
}
