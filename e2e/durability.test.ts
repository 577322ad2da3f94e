import { expect, it } from 'vitest'
import { killRepeatedly } from './durability.ts'

it('has every acknowledged entry exactly once, however often the process is killed', async () => {
  const { acknowledged, lost, doubled, torn } = await killRepeatedly(10)
  expect({ lost, doubled, torn }).toEqual({ lost: 0, doubled: 0, torn: 0 })
  expect(acknowledged).toBeGreaterThan(1000)
}, 120_000)
