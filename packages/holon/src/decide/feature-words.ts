import type { JsonObject } from '../spec/json.ts'
import { jsonSchema, properties } from '../system/json-schema.ts'
import type { ModelPart } from '../system/model.ts'

/** Titles of features, for explanations. */
export type FeatureWords = Readonly<Record<string, string>>

/** The words of a model's features: their titles in the features schema. */
export function featureWords(model: ModelPart<never, unknown> | undefined): FeatureWords {
  if (model === undefined) return {}
  const schema: JsonObject = jsonSchema(model.features, `features of ${model.name}`)
  return Object.fromEntries(
    Object.entries(properties(schema)).map(([name, property]) => [
      name,
      typeof property.title === 'string' ? property.title : name,
    ]),
  )
}
