import { seededRandom } from 'holon/stats'
import { expect, test } from 'vitest'
import { look } from './looked.ts'
import { openedBy } from './world.ts'

test('simulated people open addresses that exist nowhere, or are known good', () => {
  const random = seededRandom(3)
  const opened = Array.from({ length: 500 }, () => openedBy(random))
  for (const { address, phishing } of opened) {
    const looked = look(address) ?? expect.fail(address)
    if (phishing) expect(looked.address.host).toMatch(/\.example$/)
    else expect(looked.standing === 'known-good' || looked.address.host.endsWith('.example')).toBe(true)
  }
  const share = opened.filter(({ phishing }) => phishing).length / opened.length
  expect(share).toBeGreaterThan(0.15)
  expect(share).toBeLessThan(0.25)
})

test('some of what is honest looks as if it were not', () => {
  const random = seededRandom(4)
  const honest = Array.from({ length: 500 }, () => openedBy(random)).filter(({ phishing }) => !phishing)
  expect(honest.some(({ address }) => look(address)?.against === 'ground')).toBe(true)
})
