import { readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { decideHere } from './here.ts'

const hacked = 'http://bakery.example/wp-includes/paypal/signin/index.php'
const bad = 'http://itisatrap.org/'
const trick = 'https://paypal.com.account-check.example/signin'

afterEach(() => vi.unstubAllGlobals())

const met = async (fetched: () => Promise<Response>, address: string) => {
  vi.stubGlobal('fetch', fetched)
  const decide = await decideHere('phishing.onnx')
  return (await decide(address)).experience
}

test('decides with the bundled model as the server does', async () => {
  const bytes = readFileSync(new URL('./model/phishing.onnx', import.meta.url))
  expect(await met(async () => new Response(bytes), hacked)).toBe('warning')
})

test.each([
  ['missing', async () => Promise.reject(new TypeError('not there'))],
  ['damaged', async () => new Response('no model')],
])('goes on with lists and rules where the model is %s', async (_, fetched) => {
  expect(await met(fetched, bad)).toBe('warning')
  expect(await met(fetched, trick)).toBe('note')
  expect(await met(fetched, hacked)).toBe('nothing')
})
