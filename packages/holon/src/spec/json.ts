/** A value that survives JSON unchanged. Not a number and the infinities are not among them. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** An object of JSON values. */
export interface JsonObject {
  readonly [key: string]: Json
}
