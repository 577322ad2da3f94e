import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'

interface Count {
  passed: number
  failed: number
  skipped: number
  readonly reasons: Map<string, number>
}

/**
 * Ends a run of vitest with one plain line, `N passed, N failed, N skipped`, after a line for every reason to skip, and
 * leaves the count in a file. A file that could not be loaded and an error outside of any test count as failed.
 */
export class Summary implements Reporter {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const count: Count = { passed: 0, failed: errors.length, skipped: 0, reasons: new Map() }
    for (const module of modules) add(module, count)
    const line = `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`
    mkdirSync(dirname(this.#file), { recursive: true })
    writeFileSync(this.#file, `${line}\n`)
    for (const [reason, times] of count.reasons) console.log(`${times} skipped: ${reason}`)
    console.log(line)
  }
}

function reasonless(module: TestModule, test: TestCase): string {
  return module.errors().length > 0 ? 'their file failed' : `no reason given: ${test.fullName}`
}

function add(module: TestModule, count: Count): void {
  if (module.errors().length > 0) count.failed += 1
  for (const test of module.children.allTests()) {
    const result = test.result()
    if (result.state === 'passed') count.passed += 1
    else if (result.state === 'failed') count.failed += 1
    else {
      count.skipped += 1
      const reason = (result.state === 'skipped' && result.note) || reasonless(module, test)
      count.reasons.set(reason, (count.reasons.get(reason) ?? 0) + 1)
    }
  }
}
