import { defineSystem, open, type Running } from 'holon'
import { beforeEach, describe, expect, test } from 'vitest'
import { FlagError } from './failure.ts'
import { Flags } from './flags.ts'
import { checkout, openShop } from './shop.fixture.ts'
import type { FlagType } from './words.ts'

let shop: Running
let flags: Flags
beforeEach(async () => {
  shop = await openShop()
  flags = new Flags([shop])
})

const taken = async (): Promise<number> => (await shop.latest()).decisions.length

async function codeOf(key: string, wanted: FlagType, context = {}): Promise<string> {
  const error = await flags.evaluate(key, wanted, context).catch((error: unknown) => error)
  return error instanceof FlagError ? error.code : `no error but ${JSON.stringify(error)}`
}

describe('the value of a key', () => {
  test.each([
    ['checkout', 'boolean', { country: 'de' }, true, 'new', 'TARGETING_MATCH'],
    ['checkout', 'any', { country: 'fr' }, false, 'old', 'DEFAULT'],
    ['shop/checkout', 'boolean', { country: 'de' }, true, 'new', 'TARGETING_MATCH'],
    ['limit', 'number', {}, 10, 'usual', 'STATIC'],
    ['tip', 'boolean', { minutes: 9 }, true, 'tip', 'TARGETING_MATCH'],
    ['tip', 'boolean', { minutes: 1 }, false, 'nothing', 'DEFAULT'],
    ['tip', 'string', { minutes: 9 }, 'tip', 'tip', 'TARGETING_MATCH'],
    ['tip', 'any', { minutes: 9 }, 'tip', 'tip', 'TARGETING_MATCH'],
    ['tip.on', 'any', { minutes: 9 }, true, 'tip', 'TARGETING_MATCH'],
    ['tip.seconds', 'number', { minutes: 9 }, 8, 'tip', 'TARGETING_MATCH'],
    ['tip.seconds', 'number', { minutes: 1 }, undefined, 'nothing', 'DISABLED'],
  ] as const)('%s as %s in %o is %s', async (key, wanted, context, value, variant, reason) => {
    const evaluation = await flags.evaluate(key, wanted, context)
    expect(evaluation).toMatchObject({ key, variant, reason })
    expect(evaluation.value).toBe(value)
  })

  test('as an object is the answer', async () => {
    const { value, id } = await flags.evaluate('tip', 'object', { minutes: 9 })
    const answer = { id, experience: 'tip', parameters: { seconds: 8 }, text: 'for 8 seconds' }
    expect(value).toEqual(answer)
    expect((await flags.evaluate('tip.answer', 'any', { minutes: 9 })).value).toMatchObject({
      experience: 'tip',
    })
  })

  test('that chance draws is told as split, with the probability it had', async () => {
    const { reason, metadata } = await flags.evaluate('half', 'string', {})
    expect(reason).toBe('SPLIT')
    expect(metadata).toMatchObject({ propensity: 0.5, decision: 'shop/half' })
    expect(await shop.record(String(metadata.id))).toMatchObject({ record: { propensity: 0.5 } })
  })
})

describe('errors', () => {
  test.each([
    ['chekout', 'boolean', {}, 'FLAG_NOT_FOUND'],
    ['other/checkout', 'boolean', {}, 'FLAG_NOT_FOUND'],
    ['tip.minutes', 'number', {}, 'FLAG_NOT_FOUND'],
    ['checkout', 'string', { country: 'de' }, 'TYPE_MISMATCH'],
    ['limit', 'boolean', {}, 'TYPE_MISMATCH'],
    ['tip', 'number', { minutes: 9 }, 'TYPE_MISMATCH'],
    ['tip.seconds', 'string', { minutes: 9 }, 'TYPE_MISMATCH'],
    ['tip.on', 'string', { minutes: 9 }, 'TYPE_MISMATCH'],
    ['checkout', 'boolean', {}, 'INVALID_CONTEXT'],
    ['nudge', 'boolean', {}, 'TARGETING_KEY_MISSING'],
  ] as const)('%s as %s in %o is %s, and decides nothing', async (key, wanted, context, code) => {
    expect(await codeOf(key, wanted, context)).toBe(code)
    expect(await taken()).toBe(0)
  })
})

test('a decision sees what it declares, and the person is its subject', async () => {
  const context = { targetingKey: 'p-17', country: 'de', email: 'a@b.example', street: 'Elm Street' }
  const { id } = await flags.evaluate('checkout', 'boolean', context)
  const record = await shop.record(id)
  expect(record.record.context).toEqual({ country: 'de' })
  expect(record.private).toMatchObject({ subject: 'p-17', context: { email: 'a@b.example' } })
  expect(JSON.stringify(record)).not.toContain('Elm Street')
})

describe('all flags at once', () => {
  test('come from one decision each, without those that count what a person met', async () => {
    const all = await flags.evaluateAll({ targetingKey: 'p-17', country: 'de', minutes: 9 })
    expect(all.map(({ key }) => key).toSorted()).toEqual(
      ['checkout', 'half', 'limit', 'tip', 'tip.answer', 'tip.on', 'tip.seconds'].toSorted(),
    )
    const ids = all.flatMap((one) => ('id' in one && one.key.startsWith('tip') ? [one.id] : []))
    expect(new Set(ids).size).toBe(1)
    expect(await taken()).toBe(4)
  })

  test('say which of them failed', async () => {
    const all = await flags.evaluateAll({ minutes: 9 })
    const failed = all.flatMap((one) => ('error' in one ? [[one.key, one.error.code]] : []))
    expect(failed).toEqual([['checkout', 'INVALID_CONTEXT']])
  })
})

test('a flight rolls a flag out to some people, who stay in it', async () => {
  const arms = { old: { variant: 'old', weight: 4 }, new: { variant: 'new', weight: 1 } }
  await shop.startFlight({
    name: 'new-checkout',
    about: 'the new checkout sells more',
    decision: 'checkout',
    arms,
    share: 1,
    among: checkout.context.country.is('fr').node,
    by: 'ada',
    reason: 'it is ready',
  })
  const people = Array.from({ length: 300 }, (_, i) => ({ targetingKey: `p-${i}`, country: 'fr' }))
  const look = () => Promise.all(people.map((person) => flags.evaluate('checkout', 'boolean', person)))
  const [first, second] = [await look(), await look()]
  expect(first.map(({ value }) => value)).toEqual(second.map(({ value }) => value))
  expect(new Set(first.map(({ reason }) => reason))).toEqual(new Set(['SPLIT']))
  const share = first.filter(({ value }) => value === true).length / people.length
  expect(share).toBeGreaterThan(0.12)
  expect(share).toBeLessThan(0.28)
  expect((await flags.evaluate('checkout', 'boolean', { ...people[0], country: 'de' })).reason).toBe(
    'TARGETING_MATCH',
  )
})

test('two systems with a decision of one name tell them apart', async () => {
  const other = defineSystem('stall', { purpose: 'sell', people: [], decisions: [checkout], goals: [] })
  const both = new Flags([shop, (await open(other)) as unknown as Running])
  await expect(both.evaluate('checkout', 'boolean', { country: 'de' })).rejects.toThrow('shop/checkout')
  expect((await both.evaluate('stall/checkout', 'boolean', { country: 'de' })).metadata.decision).toBe(
    'stall/checkout',
  )
  expect((await both.evaluate('limit', 'number', {})).value).toBe(10)
})
