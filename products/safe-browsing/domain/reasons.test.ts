import { expect, test } from 'vitest'
import { addressOf } from './address.ts'
import { hasTrick, reasonsFor } from './reasons.ts'
import { signsOf } from './signs/signs.ts'

const address = (text: string) => addressOf(text) ?? expect.fail(`no address: ${text}`)
const said = (text: string) => reasonsFor(address(text)).map(({ says }) => says)

test.each([
  ['https://paypal.com.example.net/', 'It begins with “paypal”, but example.net does not belong to PayPal.'],
  ['https://paypa1.com/', 'The name “paypa1” looks like “paypal” but is another one.'],
  [
    'https://bank.example@192.0.2.7/',
    'What stands before the @ sign is not where it leads. The page is on 192.0.2.7.',
  ],
  ['https://example.org/signin/confirm', 'Words that ask for a login or a payment: “signin”, “confirm”.'],
  [
    'https://anybody.github.io/',
    'Anybody can put pages on github.io in a minute, without saying who they are.',
  ],
])('%s', (text, sentence) => {
  expect(said(text)).toContain(sentence)
})

test('says nothing where there is nothing', () => {
  expect(said('https://www.bakery.example/bread/rye')).toEqual([])
})

test('tells tricks first, then what weighed most', () => {
  const signs = reasonsFor(address('https://paypal.com.example.net/invoice/signin'), (sign) =>
    sign === 'documentPath' ? 2 : 1,
  ).map(({ sign }) => sign)
  expect(signs[0]).toBe('brandBeforeSite')
  expect(signs.indexOf('documentPath')).toBeLessThan(signs.indexOf('askingPath'))
})

test('an ordinary site plays no trick, an imitation does', () => {
  expect(hasTrick(signsOf(address('https://shop.example/login')))).toBe(false)
  expect(hasTrick(signsOf(address('https://rnicrosoft.com/')))).toBe(true)
})
