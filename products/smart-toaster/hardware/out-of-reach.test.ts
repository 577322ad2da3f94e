import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { seededRandom } from 'holon/stats'
import { expect, it } from 'vitest'
import { buildToaster } from './toaster.ts'

const root = join(import.meta.dirname, '..')

/** Every file of the product that a file names, directly or through others, types included. */
function reach(from: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(
      /from '(\.[^']+)'|import\('(\.[^']+)'\)/g,
    )) {
      visit(join(dirname(file), specifier))
    }
  }
  from.map((file) => join(root, file)).forEach(visit)
  return new Set([...seen].map((file) => relative(root, file)))
}

it('no module of the control software names a module of the hardware', () => {
  const software = reach([
    'system.ts',
    'control/controller.ts',
    'control/period.ts',
    'control/sampled-log.ts',
  ])
  expect([...software].filter((file) => file.startsWith('hardware/'))).toEqual([])
  expect(software.has('domain/terminals.ts')).toBe(true)
})

it('the fuse is named by the toaster alone', () => {
  const hardware = reach(['hardware/toaster.ts'])
  expect(hardware.has('hardware/fuse.ts')).toBe(true)
  const { terminals } = buildToaster(seededRandom(1))
  expect(Object.keys(terminals)).toEqual(['read', 'drive'])
  expect(Object.isFrozen(terminals)).toBe(true)
  expect(Object.keys(terminals.read())).toEqual(['surface', 'wall', 'mass', 'moisture', 'power'])
})
