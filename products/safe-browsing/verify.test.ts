import { tell } from 'holon/verify'
import { describe, expect, it } from 'vitest'
import type { PageAsked } from './decision.ts'
import { verification } from './verify.ts'

const told = (address: string, says: unknown, without: readonly string[] = [], calibrated = true) => {
  const context: PageAsked = { address, from: 'page' }
  return tell(
    verification,
    { calibrated, steps: [{ do: 'decide', decision: 'visit', context, subject: 'ada', model: { says } }] },
    { without },
  )
}

const bad = 'http://itisatrap.org/'
const good = 'https://www.paypal.com/signin'
const trick = 'https://paypal.com.account-check.example/'
const front = 'https://paypal-fans.example/'
const login = 'https://bakery.example/account/login'
const hacked = 'https://bakery.example/wp-includes/paypal/signin.php'

describe.each([
  ['sure of phishing', 1],
  ['sure of none', 0],
  ['out of its mind', Number.NaN],
])('with a model that is %s', (_, says) => {
  it.each([bad, good, trick, front, login, hacked])('what is promised holds for %s', async (address) => {
    expect((await told(address, says)).broken).toEqual([])
    expect((await told(address, says, [], false)).broken).toEqual([])
  })
})

describe('without a guardrail something breaks', () => {
  it.each([
    ['known bad is stopped', bad, 0, true],
    ['known good is left alone', good, 1, true],
    ['tricks are never silent', trick, 0, true],
    ['nobody is stopped without calibration', hacked, 1, false],
    ['a front page is not stopped for its name', front, 1, true],
    ['words alone stop nobody', login, 1, true],
  ])('%s', async (guardrail, address, says, calibrated) => {
    expect((await told(address, says, [guardrail], calibrated)).broken).not.toEqual([])
  })
})
