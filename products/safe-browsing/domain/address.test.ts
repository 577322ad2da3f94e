import { expect, test } from 'vitest'
import { addressOf, longest } from './address.ts'

test('takes an address apart', () => {
  expect(addressOf('HTTPS://www.Login.Example.co.uk:8443/a/b.html?x=1#part')).toMatchObject({
    host: 'www.login.example.co.uk',
    site: 'example.co.uk',
    name: 'example',
    suffix: 'co.uk',
    subdomains: ['login'],
    bare: false,
    hosted: false,
    port: '8443',
    path: '/a/b.html',
    query: 'x=1',
  })
})

test('assumes http where nothing is said, also before a port', () => {
  expect(addressOf('example.org')?.href).toBe('http://example.org/')
  expect(addressOf('example.org:8080/a')?.port).toBe('8080')
})

test('what stands before an @ is not the site', () => {
  expect(addressOf('http://bank.example@evil.example.net/')).toMatchObject({
    site: 'example.net',
    userinfo: true,
  })
})

test.each(['http://1.2.3.4/a', 'http://0x7f000001/', 'http://3232235777/', 'http://[2001:db8::1]/'])(
  '%s has a number for a host',
  (text) => {
    expect(addressOf(text)).toMatchObject({ bare: true, name: '', suffix: '' })
  },
)

test('a site on a service for everybody is one of its own', () => {
  expect(addressOf('https://somebody.github.io/page')).toMatchObject({
    site: 'somebody.github.io',
    name: 'somebody',
    suffix: 'github.io',
    hosted: true,
  })
})

test('international names are shown in their own letters', () => {
  expect(addressOf('http://bücher.example/')).toMatchObject({
    host: 'xn--bcher-kva.example',
    shownHost: 'bücher.example',
    name: 'bücher',
  })
})

test.each([
  '',
  'two words',
  'ftp://example.org/',
  'javascript:alert(1)',
  'about:blank',
  'word',
  `http://a.b/${'x'.repeat(longest)}`,
])('no web page: %.30s', (text) => {
  expect(addressOf(text)).toBeUndefined()
})
