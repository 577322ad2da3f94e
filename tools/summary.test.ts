import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const home = join(import.meta.dirname, '..')
let root: string

beforeAll(() => {
  mkdirSync(join(home, '.cache'), { recursive: true })
  root = mkdtempSync(join(home, '.cache', 'summary-'))
  const tool = (name: string): string => JSON.stringify(join(home, 'tools', name))
  writeFileSync(
    join(root, 'vitest.config.ts'),
    `import { Summary } from ${tool('summary.ts')}
     export default { test: { reporters: [new Summary(${JSON.stringify(join(root, 'count.txt'))})], exclude: [] } }`,
  )
  writeFileSync(
    join(root, 'trial.test.ts'),
    `import { expect, test } from 'vitest'
     import { optional } from ${tool('optional.ts')}
     test('passes', () => {})
     test('fails', () => expect(1).toBe(2))
     test.skip('sleeps', () => {})
     optional('a moon', false, 'look up')('moonlight', () => { test('shines', () => {}) })
     optional('a sun', true, 'look up')('sunlight', () => { test('shines', () => {}) })`,
  )
  writeFileSync(join(root, 'broken.test.ts'), `import './nowhere.ts'`)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function runTrial(ci: string): Promise<string> {
  const vitest = join(home, 'node_modules', '.bin', 'vitest')
  const options = { cwd: root, env: { ...process.env, CI: ci } }
  const failed = await promisify(execFile)(vitest, ['run'], options).catch((error) => error)
  expect(failed.code).toBe(1)
  return failed.stdout
}

describe('a run of tests', () => {
  test('ends with the plain line that counts, after the reasons to skip', async () => {
    const lines = (await runTrial('')).trimEnd().split('\n')
    expect(lines.slice(-3)).toEqual([
      '1 skipped: no reason given: sleeps',
      '1 skipped: needs a moon: look up',
      '2 passed, 2 failed, 2 skipped',
    ])
    expect(readFileSync(join(root, 'count.txt'), 'utf8')).toBe('2 passed, 2 failed, 2 skipped\n')
  })

  test('fails in continuous integration for what is missing', async () => {
    expect(await runTrial('true')).toMatch(/\n2 passed, 3 failed, 1 skipped\n$/)
  })
})
