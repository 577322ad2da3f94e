import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { temporaryWarehouse } from './temporary-warehouse.ts'

const folders = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('holon-simulation-'))

it('has a file of its own, and leaves nothing behind', async () => {
  const before = new Set(folders())
  const warehouses = [await temporaryWarehouse(), await temporaryWarehouse()]
  expect(folders().filter((name) => !before.has(name)).length).toBeGreaterThanOrEqual(2)
  expect(await warehouses[0]?.position()).toBe(0)
  const made = folders().filter((name) => !before.has(name))
  for (const one of warehouses) await one.close()
  const left = made.filter((name) => folders().includes(name))
  expect(left.length).toBeLessThanOrEqual(made.length - 2)
})
