export { createClient } from './create-client.ts'
export { ClientError } from './error.ts'
export type { ClientStorage } from './shelf.ts'
export type { Client, ClientOptions, DecideOptions, Delivery, FallbackAnswer } from './types.ts'
