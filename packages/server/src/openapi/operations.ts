import type { DecisionDocument, ExperienceDocument, JsonObject, SystemDocument } from 'holon'

import { anything, described, type JsonSchema, oneOf } from '../schemas/build.ts'
import { decideAnswer, decideRequest, feedbackRequest, metExperience } from '../schemas/decision.ts'
import { inDocument } from './in-document.ts'
import { relocate } from './relocate.ts'

/** What one decision adds to the document: an operation of its own, and schemas to refer to. */
interface Addition {
  readonly path: string
  readonly operations: JsonObject
  readonly schemas: Readonly<Record<string, JsonSchema>>
}

/** The typed operation and schemas of a decision. */
export function additionOf(system: SystemDocument, decision: DecisionDocument): Addition {
  const name = `${system.name}.${decision.name}`
  const schemas = {
    [`${name}.context`]: relocate(decision.contextSchema, place(`${name}.context`)),
    [`${name}.answer`]: inDocument(decideAnswer(oneOf(...decision.experiences.map(met(name))))),
    [`${name}.feedback`]: inDocument(oneOf(...feedbackShapes(name, decision))),
    ...parametersOf(name, decision),
    ...valuesOf(name, decision),
  }
  return {
    path: `/api/v1/systems/${system.name}/decisions/${decision.name}`,
    operations: { post: operation(system, decision, name) },
    schemas,
  }
}

function operation(system: SystemDocument, decision: DecisionDocument, name: string): JsonObject {
  return {
    operationId: name,
    tags: [system.name],
    summary: decision.does === '' ? `Decide ${decision.name}` : decision.does,
    description: `Experiences: ${decision.experiences.map((one) => one.name).join(', ')}. When something fails: ${decision.fallback}.`,
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: inDocument(decideRequest(pointer(`${name}.context`))),
          example: { context: decision.example, subject: 'someone' },
        },
      },
    },
    responses: {
      '201': answer('The experience to present, and why.', 'application/json', `${name}.answer`),
      default: answer('What was wrong.', 'application/problem+json', 'Problem'),
    },
  }
}

function answer(description: string, media: string, schema: string): JsonObject {
  return { description, content: { [media]: { schema: pointer(schema) } } }
}

const met =
  (name: string) =>
  (experience: ExperienceDocument): JsonSchema =>
    metExperience(
      { const: experience.name },
      { const: experience.style },
      experience.parametersSchema === undefined ? anything : pointer(parametersName(name, experience.name)),
    )

function parametersOf(name: string, decision: DecisionDocument): Record<string, JsonSchema> {
  return Object.fromEntries(
    decision.experiences.flatMap(({ name: experience, parametersSchema }) => {
      const own = parametersName(name, experience)
      return parametersSchema === undefined ? [] : [[own, relocate(parametersSchema, place(own))]]
    }),
  )
}

function valuesOf(name: string, decision: DecisionDocument): Record<string, JsonSchema> {
  return Object.fromEntries(
    decision.feedback.map(({ name: feedback, valueSchema }) => {
      const own = valueName(name, feedback)
      return [own, relocate(valueSchema, place(own))]
    }),
  )
}

function feedbackShapes(name: string, decision: DecisionDocument): readonly JsonSchema[] {
  const exposure = described('It was really seen.', feedbackRequest({ const: 'exposure' }, { const: true }))
  return [
    exposure,
    ...decision.feedback.map((one) => {
      const shape = feedbackRequest({ const: one.name }, pointer(valueName(name, one.name)))
      return one.asks === undefined ? shape : described(one.asks, shape)
    }),
  ]
}

function parametersName(name: string, experience: string): string {
  return asKey(`${name}.${experience}.parameters`)
}

function valueName(name: string, feedback: string): string {
  return asKey(`${name}.${feedback}.value`)
}

/** OpenAPI allows fewer characters in the names of components than Holon in names. */
function asKey(name: string): string {
  return name.replace(/[^a-zA-Z0-9._-]/g, '_')
}

function place(name: string): string {
  return `#/components/schemas/${name}`
}

function pointer(name: string): JsonSchema {
  return { $ref: place(name) }
}
