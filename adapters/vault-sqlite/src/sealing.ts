import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from 'node:crypto'
import type { Person } from 'holon'
import type { KeyedRow } from './found.ts'

/** First byte of everything sealed: how the rest is to be read. */
const form = Buffer.of(1)
const nonceLength = 12
const tagLength = 16
const headLength = form.length + nonceLength

/**
 * A person and their key. What is sealed is base64 of: form (1 byte), random nonce (12), AES-256-GCM ciphertext, tag (16).
 * As nobody else has the key, a text sealed for one person does not pass as another's.
 */
export class KeyedPerson implements Person {
  readonly pseudonym: string
  readonly #key: KeyObject

  constructor({ pseudonym, key }: KeyedRow) {
    this.pseudonym = pseudonym
    this.#key = createSecretKey(key)
  }

  seal(text: string): string {
    const nonce = freshNonce()
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    const body = cipher.update(text, 'utf8')
    cipher.final()
    return Buffer.concat([form, nonce, body, cipher.getAuthTag()]).toString('base64')
  }

  /** @throws when the text was altered, or sealed for another */
  open(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64')
    if (bytes[0] !== form[0] || bytes.length < headLength + tagLength)
      throw new RangeError('It is not in a form that is known.')
    const nonce = bytes.subarray(form.length, headLength)
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: tagLength })
    decipher.setAuthTag(bytes.subarray(-tagLength))
    return decipher.update(bytes.subarray(headLength, -tagLength), undefined, 'utf8') + decipher.final('utf8')
  }
}

/** Nonces are drawn a few hundred at a time: one by one they would cost as much as the encryption. */
const nonces = Buffer.alloc(nonceLength * 256)
let used = nonces.length

function freshNonce(): Buffer {
  if (used === nonces.length) {
    randomFillSync(nonces)
    used = 0
  }
  used += nonceLength
  return nonces.subarray(used - nonceLength, used)
}
