import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCaseFile } from '../../../tools/case-file.ts'
import type { CaseRunner } from '../../../tools/case-runner.ts'
import { compare } from '../../../tools/compare.ts'
import { runner as auditRates } from './audit-rates.ts'
import { runner as federalIncomeTax } from './federal-income-tax.ts'
import { runner as parameters } from './parameters-2024.ts'
import { runner as taxTable } from './tax-table.ts'

const root = resolve(import.meta.dirname, '../../..')
const folder = resolve(root, process.env.HOLON_CASES ?? '../shared/cases/dev')
const files: readonly (readonly [name: string, runner: CaseRunner])[] = [
  ['tax__federal-income-tax.json', federalIncomeTax],
  ['tax__parameters-2024.json', parameters],
  ['tax__tax-table-2023.json', taxTable],
  ['tax__audit-rates.json', auditRates],
]

describe.each(files)('%s', (name, runner) => {
  const path = `${folder}/${name}`

  it.skipIf(!existsSync(path))('passes to its tolerance (needs the reference cases)', async () => {
    const file = readCaseFile(path)
    expect(runner.ids).toContain(file.id)
    for (const testCase of file.cases) {
      const got = await runner.run(testCase.input, file, testCase)
      const tolerance = testCase.tolerance ?? file.tolerance
      expect(compare(got, testCase.expected, tolerance), testCase.name).toEqual([])
    }
  })
})
