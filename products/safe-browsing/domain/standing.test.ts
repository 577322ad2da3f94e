import { expect, test } from 'vitest'
import { addressOf } from './address.ts'
import { brands } from './lists/brands.ts'
import { freeHosts } from './lists/free-hosts.ts'
import { knownBadHosts } from './lists/known-bad.ts'
import { knownGoodSites, openHosts, openSites } from './lists/known-good.ts'
import { standingOf } from './standing.ts'

test.each([
  ['https://www.paypal.com/signin', 'known-good'],
  ['https://de.wikipedia.org/wiki/Phishing', 'known-good'],
  ['https://testsafebrowsing.appspot.com/s/phishing.html', 'known-bad'],
  ['https://paypal.com.example.net/', 'unknown'],
  ['https://docs.google.com/forms/d/e/1/viewform', 'unknown'],
  ['https://somebody.s3.amazonaws.com/login.html', 'unknown'],
  ['https://paypal.com@example.net/', 'unknown'],
  ['https://paypal.com:8443/', 'unknown'],
  ['https://user@paypal.com/', 'unknown'],
  ['http://192.168.0.1/', 'unknown'],
])('%s is %s', (text, standing) => {
  const address = addressOf(text)
  expect(address && standingOf(address)).toBe(standing)
})

test('what is listed is what the list is about', () => {
  for (const site of knownGoodSites) {
    const address = addressOf(site)
    // hmrc is at www.gov.uk, a host below a public suffix.
    expect(address?.site, site).toBe(site)
  }
  for (const host of [...knownBadHosts, ...openHosts, ...freeHosts]) expect(addressOf(host)?.host).toBe(host)
  for (const site of openSites) expect(knownGoodSites.has(site), site).toBe(true)
})

test('no list contradicts another, and no name is listed twice', () => {
  for (const host of knownBadHosts) expect(knownGoodSites.has(addressOf(host)?.site ?? '')).toBe(false)
  expect(new Set(brands.map(({ name }) => name)).size).toBe(brands.length)
})
