import { describe, expect, it } from 'vitest'
import { seededRandom } from '../stats/random/seeded.ts'
import { vaultSuite } from '../testing/conformance/vault.ts'
import { memoryVault } from './vault.ts'

vaultSuite(
  { describe, it, expect },
  { name: 'memory', store: async () => async () => memoryVault(), forgets: 'it is kept in memory only' },
)

it('is the same in every run when chance is', async () => {
  const run = async () => {
    const vault = memoryVault(seededRandom(3))
    const person = await vault.person('p-17')
    return [person.pseudonym, person.seal('a'), person.seal('a'), await vault.secret()]
  }
  expect(await run()).toEqual(await run())
})
