import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec'

/**
 * A schema of any library that implements Standard Schema together with its JSON Schema part
 * (zod, arktype, valibot and others). Holon validates with the first and publishes with the second.
 */
export interface Schema<Input = unknown, Output = Input> {
  readonly '~standard': StandardSchemaV1.Props<Input, Output> & StandardJSONSchemaV1.Props<Input, Output>
}

/** What a caller passes in. */
export type In<S> = S extends Schema<infer Input, unknown> ? Input : never

/** What the code behind the schema receives. */
export type Out<S> = S extends Schema<unknown, infer Output> ? Output : never

/**
 * How closely a field concerns a person. Personal and sensitive fields are sealed in the log under a key of that
 * person and never reach the warehouse. A field states its class with the JSON Schema keyword `dataClass`
 * (in zod: `z.number().meta({ dataClass: 'public' })`); a context field that states none is personal.
 */
export type DataClass = 'public' | 'personal' | 'sensitive'
