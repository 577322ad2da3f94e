import type { JsonObject } from '../spec/json.ts'
import { jsonSchema, properties } from '../system/json-schema.ts'
import type { ModelPart } from '../system/model.ts'

/** Titles of features, for explanations. */
export type FeatureWords = Readonly<Record<string, string>>

/** The words of a model's features: their titles in the features schema. Columns `feature=category` share one title. */
export function featureWords(model: ModelPart<never, unknown>): FeatureWords {
  const schema: JsonObject = jsonSchema(model.features, `features of ${model.name}`)
  return Object.fromEntries(
    Object.entries(properties(schema)).flatMap(([column, { title }]) => {
      const [name = column] = column.split('=')
      return typeof title === 'string' ? [[name, title]] : []
    }),
  )
}
