import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Person } from 'holon'
import type { KeyedRow } from './found.ts'

/** First byte of everything sealed: how the rest is to be read. */
const form = 1
const nonceLength = 12
const tagLength = 16
const headLength = 1 + nonceLength

/**
 * A person and their key. What is sealed is base64 of: form (1 byte), nonce (12), AES-256-GCM ciphertext, tag (16). The
 * pseudonym is authenticated with it, so that a text sealed for one person does not pass as another's.
 */
export class KeyedPerson implements Person {
  readonly pseudonym: string
  readonly #key: Uint8Array
  readonly #name: Buffer

  constructor({ pseudonym, key }: KeyedRow) {
    this.pseudonym = pseudonym
    this.#key = key
    this.#name = Buffer.from(pseudonym)
  }

  seal(text: string): string {
    const nonce = randomBytes(nonceLength)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(this.#name)
    const body = cipher.update(text, 'utf8')
    cipher.final()
    return Buffer.concat([Buffer.of(form), nonce, body, cipher.getAuthTag()]).toString('base64')
  }

  /** @throws when the text was altered, or sealed for another */
  open(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64')
    if (bytes[0] !== form || bytes.length < headLength + tagLength)
      throw new RangeError('Not in a known form.')
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(1, headLength), {
      authTagLength: tagLength,
    })
    decipher.setAAD(this.#name).setAuthTag(bytes.subarray(-tagLength))
    return decipher.update(bytes.subarray(headLength, -tagLength), undefined, 'utf8') + decipher.final('utf8')
  }
}
