import type { Explanation } from 'holon'
import { type Address, addressOf, isFrontPage } from './domain/address.ts'
import { caseAgainst, hasTrick, type Reason, reasonsFor } from './domain/reasons.ts'
import { type Signs, signsOf } from './domain/signs/signs.ts'
import { type Standing, standingOf } from './domain/standing.ts'
import { AddressFeatures, featureNames } from './model/features.ts'

/** What is known of an address before any model is asked. */
export interface Looked {
  readonly address: Address
  readonly standing: Standing
  readonly signs: Signs
  readonly trick: boolean
  readonly against: ReturnType<typeof caseAgainst>
  /** Does the address end with its host? The data the model learned from hold nearly none of these. */
  readonly frontPage: boolean
}

let last: { readonly text: string; readonly looked: Looked | undefined } | undefined

/** Looks at an address; undefined for what is none. Within one decision features, guardrails and words look at the same. */
export function look(text: string): Looked | undefined {
  if (last?.text !== text) last = { text, looked: lookAt(text) }
  return last.looked
}

function lookAt(text: string): Looked | undefined {
  const address = addressOf(text)
  if (address === undefined) return undefined
  const signs = signsOf(address)
  return {
    address,
    standing: standingOf(address),
    signs,
    trick: hasTrick(signs),
    against: caseAgainst(signs),
    frontPage: isFrontPage(address),
  }
}

const titles = new Map(featureNames.map((name) => [AddressFeatures.shape[name].meta()?.title, name]))

/** What speaks against an address, ordered by what the model made of it where it can tell. */
export function told(address: Address, explanation: Explanation | undefined): readonly Reason[] {
  const by = new Map((explanation?.facts ?? []).map((fact) => [titles.get(fact.fact), fact.by]))
  return reasonsFor(address, (sign) => by.get(sign) ?? 0)
}
