/** A misuse of this package by the programmer: `message` says what is wrong, `fix` what to do. */
export class HolonReactError extends Error {
  readonly code: 'provider-missing'
  readonly fix: string

  constructor(code: 'provider-missing', message: string, fix: string) {
    super(message)
    this.name = 'HolonReactError'
    this.code = code
    this.fix = fix
  }
}
