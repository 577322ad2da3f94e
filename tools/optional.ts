import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'

/** Declares tests under a name, as `describe` of vitest does. */
export type Suite = (name: string, body: () => void) => void

/**
 * Tests that need something not every machine has. Where it is there, they run. Where it is not, they are skipped and
 * say what is missing; in continuous integration (`CI` set) they fail, because nothing may stay untested there.
 *
 * ```ts
 * optional('Chromium', chromium() !== undefined, 'run tools/install-chromium.sh')('the meter', () => {
 *   test('can be reached by keyboard', async () => {})
 * })
 * ```
 */
export function optional(what: string, available: boolean, howToGet: string): Suite {
  if (available) return describe
  const reason = `needs ${what}: ${howToGet}`
  return (name) => {
    test(name, (context) => {
      if (isContinuousIntegration()) throw new MissingPart(reason)
      context.skip(reason)
    })
  }
}

/** Tests over a file or folder of the shared data sets, by its path there (`audit/audit.csv`). */
export function withData(path: string): Suite {
  return optional(
    `the data set ${path}`,
    existsSync(dataPath(path)),
    'set HOLON_DATASETS to the folder that has it',
  )
}

/** Where a data set is, whether it exists or not. */
export function dataPath(path: string): string {
  const root = join(import.meta.dirname, '..')
  return join(process.env.HOLON_DATASETS ?? join(root, '..', 'shared', 'data'), path)
}

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser that tests drive: `HOLON_CHROMIUM`, else one installed by the system; undefined when there is none. */
export function chromium(): string | undefined {
  return [process.env.HOLON_CHROMIUM, ...places].find((path) => path !== undefined && existsSync(path))
}

class MissingPart extends Error {
  readonly code = 'part-missing'
}

function isContinuousIntegration(): boolean {
  return process.env.CI !== undefined && process.env.CI !== '' && process.env.CI !== 'false'
}
