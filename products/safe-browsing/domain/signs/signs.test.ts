import { expect, test } from 'vitest'
import { addressOf } from '../address.ts'
import { type Signs, signsOf } from './signs.ts'

const signs = (text: string): Signs => {
  const address = addressOf(text)
  return address === undefined ? expect.fail(`no address: ${text}`) : signsOf(address)
}

test.each<[string, Partial<Signs>]>([
  ['http://203.0.113.9/login', { numericHost: true, askingPath: 1, nameLength: 0 }],
  ['https://paypal.com@example.net/', { userinfo: true }],
  ['http://example.net:8081/', { unusualPort: true }],
  ['https://xn--pypal-4ve.com/', { mixedAlphabets: true, imitation: true }],
  ['https://paypa1.com/', { imitation: true }],
  ['https://rnicrosoft.com/', { imitation: true }],
  [
    'https://www.paypal.com.account.example.net/',
    { brandBeforeSite: true, endingInside: true, askingHost: 1 },
  ],
  ['https://secure-paypal-login.example/', { brandInName: true, askingHost: 2, hyphens: 2 }],
  ['https://somebody.github.io/', { freeHost: true, brandInName: false }],
  ['https://example.org/paypal/signin/', { brandInPath: true, askingPath: 1 }],
  ['https://example.org/wp-includes/x/page.php', { softwareFolder: true }],
  ['https://example.org/shared/invoice', { documentPath: 2 }],
  ['https://example.org/.hidden/a', { hiddenFolder: true }],
  ['https://example.org/9f93454a172c41e9ccf1d7d361d3792e/', { longestCode: 32 }],
  ['https://example.org/a?email=me@example.com', { email: true }],
  ['https://example.org/www.bank.example.com/', { addressInside: true }],
  ['https://example.org/doc/doc/', { repeatedFolder: true }],
  ['https://example.org/xkqzvt/', { oddWords: 1 }],
  ['https://kfvxzqw.example/', { rarePairsInName: 5, consonantsInName: 7 }],
])('%s shows %o', (text, seen) => {
  expect(signs(text)).toMatchObject(seen)
})

test('the owner of a name may use it wherever it likes', () => {
  for (const text of [
    'https://www.paypal.com/paypal/paypal',
    'https://login.microsoftonline.com/common/oauth2',
    'https://outlook.live.com/mail/',
  ]) {
    const { brandInName, brandBeforeSite, brandInPath, imitation } = signs(text)
    expect([brandInName, brandBeforeSite, brandInPath, imitation], text).toEqual(Array(4).fill(false))
  }
})

test('a name that is also a word counts only by itself', () => {
  expect(signs('https://pineapple.example/').brandInName).toBe(false)
  expect(signs('https://upstairs.example/purchase').brandInPath).toBe(false)
  expect(signs('https://apple.login.example.net/').brandBeforeSite).toBe(true)
})

test('a title may name a brand and a bank', () => {
  const article = signs('https://news.example/2024/how-to-delete-your-facebook-account-for-good')
  expect([article.brandInPath, article.askingPath]).toEqual([false, 0])
})

test('software folders may serve pictures and papers', () => {
  expect(signs('https://example.org/wp-content/uploads/report.pdf').softwareFolder).toBe(false)
})

test('what says only how an address was collected changes nothing', () => {
  const bare = signs('http://shop.example/products/blue-shoes')
  expect(signs('https://www.shop.example/products/blue-shoes')).toEqual(bare)
  expect(signs('https://shop.example/products/blue-shoes/')).toEqual(bare)
  expect(signs('https://shop.example/a/b/products/blue-shoes.html?colour=red&size=40')).toEqual(bare)
  expect(signs('https://shop.example.com.br/products/blue-shoes.php').nameLength).toBe(7)
})
