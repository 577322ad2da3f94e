import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holon-cases-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function runCases(argument: string): { status: number | null; lines: string[]; complaint: string } {
  const script = join(import.meta.dirname, 'cases.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=source', script, argument], {
    encoding: 'utf8',
  })
  return { status, lines: stdout.trim().split('\n'), complaint: stderr }
}

function writeCases(name: string, id: string, cases: readonly object[]): void {
  writeFileSync(join(folder, name), JSON.stringify({ id, tolerance: { abs: 1e-3 }, cases }))
}

const even = { users: [50, 50], weights: [1, 1] }

describe('npm run cases', () => {
  test('ends with the tally alone, and with 0 where nothing failed', () => {
    writeCases('a.json', 'ab/srm', [{ name: 'even', input: even, expected: { p_value: 1 } }])
    writeCases('b.json', 'nobody/knows', [{ name: 'x', input: {}, expected: {} }])
    const { status, lines } = runCases(folder)
    expect(status).toBe(0)
    expect(lines.at(-1)).toBe('1 passed, 0 failed, 1 skipped')
    expect(lines[0]).toContain('SKIP nobody/knows: no runner')
  })

  test('names the path, what was got and what was expected of a case that fails', () => {
    writeCases('a.json', 'ab/srm', [
      { name: 'off', input: even, expected: { chi2: 0, p_value: 0.5 } },
      { name: 'within its own tolerance', input: even, expected: { p_value: 0.5 }, tolerance: { abs: 0.6 } },
      { name: 'missing', input: even, expected: { median: 3 } },
      { name: 'throws', input: { users: 'many' }, expected: { p_value: 1 } },
    ])
    const { status, lines } = runCases(folder)
    expect(status).toBe(1)
    expect(lines).toEqual([
      'FAIL ab/srm / off: p_value: got 1, expected 0.5',
      'FAIL ab/srm / missing: median: got "nothing", expected 3',
      'FAIL ab/srm / throws: threw: "users" is not a list',
      '1 passed, 3 failed, 0 skipped',
    ])
  })

  test('counts a file that cannot be read as a failure', () => {
    writeFileSync(join(folder, 'broken.json'), '{"id": ')
    const { status, lines } = runCases(folder)
    expect(status).toBe(1)
    expect(lines[0]).toContain('cannot be read')
  })

  test('answers a missing folder with 2 and what to do', () => {
    const { status, complaint } = runCases(join(folder, 'none'))
    expect(status).toBe(2)
    expect(complaint).toContain('npm run cases -- DIR')
  })
})
