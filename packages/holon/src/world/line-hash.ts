import { sha256 } from '../runtime/sha256.ts'

/** Lines that are hashed together. */
const chunk = 4_096

/** Room for the hash before a chunk, in hex. */
const hashLength = 64

const encoder = new TextEncoder()

/**
 * SHA-256 over lines: of every chunk of 4,096 lines together with the hash before it. Keeps the bytes of lines that are
 * not hashed yet, not their texts, which would keep the collector of garbage busy.
 */
export class LineHash {
  #bytes = new Uint8Array(2 ** 16)
  #length = 0
  #lines = 0
  #full: Uint8Array[] = []
  #hash = ''

  add(line: string): void {
    // A character takes three bytes at most.
    const end = this.#length + 3 * line.length
    if (end > this.#bytes.length) this.#grow(end)
    this.#length += encoder.encodeInto(line, this.#bytes.subarray(this.#length)).written
    if (++this.#lines === chunk) this.#begin()
  }

  /** Hashes the chunks that are full. */
  async digest(): Promise<void> {
    const full = this.#full
    this.#full = []
    for (const bytes of full) this.#hash = await sha256(this.#behind(bytes))
  }

  /** The hash over all lines so far. */
  async value(): Promise<string> {
    await this.digest()
    return sha256(this.#behind(this.#bytes.subarray(0, this.#length)))
  }

  /** Begins a chunk, with room for the hash before it. */
  #begin(): void {
    this.#full.push(this.#bytes.subarray(0, this.#length))
    this.#bytes = new Uint8Array(this.#bytes.length)
    this.#length = hashLength
    this.#lines = 0
  }

  /** A chunk behind the hash before it; there is none before the first. */
  #behind(bytes: Uint8Array): Uint8Array {
    encoder.encodeInto(this.#hash, bytes)
    return bytes
  }

  #grow(to: number): void {
    const larger = new Uint8Array(Math.max(to, 2 * this.#bytes.length))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }
}
