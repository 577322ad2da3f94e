import { describe, expect, test } from 'vitest'
import { checkImports } from './check.ts'

const manifests = {
  'packages/holon/package.json': JSON.stringify({
    name: 'holon',
    exports: {
      '.': { source: './src/index.ts' },
      './stats': { source: './src/stats/index.ts' },
      './flight': { source: './src/decide/flight/index.ts' },
    },
  }),
  'packages/client/package.json': JSON.stringify({
    name: '@holon/client',
    exports: { '.': { source: './src/index.ts' } },
  }),
  'packages/embedded/package.json': JSON.stringify({
    name: '@holon/embedded',
    exports: { '.': { source: './src/index.ts' } },
  }),
  'packages/sqlite/package.json': JSON.stringify({
    name: '@holon/sqlite',
    exports: { '.': { source: './src/index.ts' } },
  }),
  'adapters/log-sqlite/package.json': JSON.stringify({
    name: '@holon/log-sqlite',
    exports: { '.': { source: './src/index.ts' } },
  }),
  'adapters/log-postgres/package.json': JSON.stringify({
    name: '@holon/log-postgres',
    exports: { '.': { source: './src/index.ts' } },
  }),
  'products/toaster/package.json': JSON.stringify({ name: '@holon/toaster' }),
  'products/kitchen/package.json': JSON.stringify({
    name: '@holon/kitchen',
    exports: { '.': './system.ts' },
  }),
}

function rulesBrokenBy(files: Readonly<Record<string, string>>): string[] {
  return checkImports(new Map(Object.entries({ ...manifests, ...files }))).map(({ rule }) => rule)
}

function onlyFile(path: string, text: string): string[] {
  return rulesBrokenBy({ [path]: text })
}

describe('kernel layers', () => {
  test.each([
    ['packages/holon/src/decide/choose.ts', `import { a } from '../measure/rate.ts'`],
    ['packages/holon/src/spec/error.ts', `import type { A } from '../stats/mean.ts'`],
    ['packages/holon/src/system/declare.ts', `export { run } from '../runtime/run.ts'`],
    ['packages/holon/src/runtime/run.ts', `const world = await import('../world/world.ts')`],
    ['packages/holon/src/memory/log.ts', `let suite: import('../testing/log.ts').Suite`],
    ['packages/holon/src/spec/json.ts', `import { x } from '../brand-new/x.ts'`],
    ['packages/holon/src/spec/json.ts', `import { x } from '../stray.ts'`],
  ])('%s may not say %s', (path, text) => {
    expect(onlyFile(path, text)).toEqual(['kernel-layers'])
  })

  test.each([
    ['packages/holon/src/decide/choose.ts', `import { a } from '../stats/mean.ts'`],
    ['packages/holon/src/stats/mean.ts', `import { HolonError } from '../spec/error.ts'`],
    ['packages/holon/src/world/world.ts', `import { run } from '../runtime/run.ts'`],
    ['packages/holon/src/spec/duration.test.ts', `import { log } from '../memory/log.ts'`],
    ['packages/holon/src/index.ts', `export { run } from './runtime/run.ts'`],
  ])('%s may say %s', (path, text) => {
    expect(onlyFile(path, text)).toEqual([])
  })
})

describe('kernel ports', () => {
  test.each([
    `import { readFileSync } from 'node:fs'`,
    `import { readFileSync } from 'fs'`,
    `import { z } from 'zod'`,
    `import { validate } from '@standard-schema/spec'`,
    'export const at = Date.now()',
    'export const at = new Date()',
    'export const draw = () => Math.random()',
  ])('the kernel may not say %s', (text) => {
    expect(onlyFile('packages/holon/src/spec/json.ts', text)).toEqual(['kernel-ports'])
  })

  test.each([
    `import type { StandardSchemaV1 } from '@standard-schema/spec'`,
    'export const day = new Date(86_400_000)',
    '// Date.now() in a comment',
  ])('the kernel may say %s', (text) => {
    expect(onlyFile('packages/holon/src/spec/json.ts', text)).toEqual([])
  })

  test('libraries that only compute are for worlds', () => {
    const text = `import TinyQueue from 'tinyqueue'`
    expect(onlyFile('packages/holon/src/spec/json.ts', text)).toEqual(['kernel-ports'])
    expect(onlyFile('packages/holon/src/world/time.ts', text)).toEqual([])
  })

  test('the machine is taken behind the ports', () => {
    expect(onlyFile('packages/holon/src/memory/clock.ts', 'export const at = Date.now()')).toEqual([])
  })

  test('tests of the kernel run in Node', () => {
    expect(onlyFile('packages/holon/src/spec/a.test.ts', `import 'node:fs'; Math.random()`)).toEqual([])
  })
})

describe('packages', () => {
  test.each([
    ['adapters/log-postgres/src/log.ts', `import { sqliteLog } from '@holon/log-sqlite'`],
    ['adapters/log-sqlite/src/log.ts', `import { open } from '@holon/embedded'`],
    ['packages/holon/src/runtime/open.ts', `import { sqliteLog } from '@holon/log-sqlite'`],
    ['products/toaster/system.ts', `import { kitchen } from '@holon/kitchen'`],
    ['packages/embedded/src/open.ts', `import { kitchen } from '@holon/kitchen'`],
    ['packages/client/src/client.ts', `import type { Holon } from '@holon/embedded'`],
    ['packages/sqlite/src/thread.ts', `import { HolonError } from 'holon'`],
  ])('%s may not say %s', (path, text) => {
    expect(onlyFile(path, text)).toEqual(['packages'])
  })

  test.each([
    [
      'adapters/log-sqlite/src/log.ts',
      `import { mean } from 'holon/stats'; import 'node:fs'; import 'better'`,
    ],
    ['adapters/log-sqlite/src/log.ts', `import { Thread } from '@holon/sqlite'`],
    ['packages/embedded/src/open.ts', `import { sqliteLog } from '@holon/log-sqlite'`],
    [
      'products/toaster/system.ts',
      `import { open } from '@holon/embedded'; import { mean } from 'holon/stats'`,
    ],
    ['bench/main.ts', `import { open } from '@holon/embedded'`],
  ])('%s may say %s', (path, text) => {
    expect(onlyFile(path, text)).toEqual([])
  })
})

describe('types only', () => {
  test('the client takes words of the kernel, not code', () => {
    expect(onlyFile('packages/client/src/client.ts', `import { HolonError } from 'holon'`)).toEqual([
      'types-only',
    ])
    expect(onlyFile('packages/client/src/client.ts', `import { a, type B } from 'holon'`)).toEqual([
      'types-only',
    ])
    expect(onlyFile('packages/client/src/client.ts', `import type { Json } from 'holon'`)).toEqual([])
    expect(onlyFile('packages/client/src/client.ts', `export type { Json } from 'holon'`)).toEqual([])
    expect(onlyFile('packages/client/src/client.ts', `import { assign } from 'holon/flight'`)).toEqual([])
  })
})

describe('browser', () => {
  test.each([
    ['packages/client/src/client.ts', `import { join } from 'node:path'`],
    ['products/toaster/page/main.tsx', `import { open } from '@holon/embedded'`],
    ['products/toaster/page/main.tsx', `import { sqliteLog } from '@holon/log-sqlite'`],
  ])('%s may not say %s', (path, text) => {
    expect(onlyFile(path, text)).toEqual(['browser'])
  })

  test.each([
    [
      'products/toaster/page/main.tsx',
      `import { connect } from '@holon/client'; import { bread } from '../system.ts'`,
    ],
    ['products/toaster/page/vite.config.ts', `import { join } from 'node:path'`],
    ['products/toaster/system.ts', `import { join } from 'node:path'`],
    ['products/toaster/page/test/fake-server.ts', `import { createServer } from 'node:http'`],
  ])('%s may say %s', (path, text) => {
    expect(onlyFile(path, text)).toEqual([])
  })
})

describe('public entries', () => {
  test.each([
    ['adapters/log-sqlite/src/log.ts', `import { a } from 'holon/src/spec/error.ts'`],
    ['adapters/log-sqlite/src/log.ts', `import { a } from '../../../packages/holon/src/spec/error.ts'`],
    ['tools/case.ts', `import { a } from '../packages/holon/src/spec/error.ts'`],
    ['packages/holon/src/decide/choose.ts', `import { a } from '../stats/index.ts'`],
    ['packages/holon/src/decide/choose.ts', `import { a } from 'holon/stats'`],
    ['packages/client/src/client.ts', `import { a } from '../../../tools/optional.ts'`],
    ['packages/holon/src/stats/test/fisher.ts', `import { a } from '../../../../../tools/optional.ts'`],
  ])('%s may not say %s', (path, text) => {
    expect(onlyFile(path, text)).toEqual(['public-entries'])
  })

  test.each([
    ['packages/holon/src/index.ts', `export { mean } from './stats/index.ts'`],
    ['e2e/toaster.test.ts', `import { product } from '../products/toaster/product.ts'`],
    [
      'packages/holon/src/stats/mean.cases.ts',
      `import type { CaseRunner } from '../../../../tools/case-runner.ts'`,
    ],
    ['packages/client/src/client.test.ts', `import { optional } from '../../../tools/optional.ts'`],
    ['adapters/log-sqlite/bench.ts', `import type { BenchResult } from '../../bench/result.ts'`],
    ['packages/holon/src/stats/index.test.ts', `import { mean } from 'holon/stats'`],
  ])('%s may say %s', (path, text) => {
    expect(onlyFile(path, text)).toEqual([])
  })
})

describe('cycles', () => {
  test('names the files of a circle, erased imports included, once', () => {
    const violations = checkImports(
      new Map(
        Object.entries({
          'tools/a.ts': `import './b.ts'`,
          'tools/b.ts': `import type { C } from './c.ts'`,
          'tools/c.ts': `export { a } from './a.ts'`,
          'tools/d.ts': `import './a.ts'; import './b.ts'`,
        }),
      ),
    )
    expect(violations).toHaveLength(1)
    expect(violations[0]).toMatchObject({ rule: 'cycles', path: 'tools/c.ts', line: 1 })
    expect(violations[0]?.problem).toContain('tools/a.ts -> tools/b.ts -> tools/c.ts -> tools/a.ts')
  })

  test('accepts two ways to the same file', () => {
    expect(
      rulesBrokenBy({
        'tools/a.ts': `import './b.ts'; import './c.ts'`,
        'tools/b.ts': `import './c.ts'`,
        'tools/c.ts': 'export const c = 1',
      }),
    ).toEqual([])
  })
})

test('a violation says where and what to do', () => {
  const files = { ...manifests, 'packages/holon/src/spec/a.ts': `\n\nimport 'node:fs'` }
  expect(checkImports(new Map(Object.entries(files)))).toEqual([
    {
      rule: 'kernel-ports',
      path: 'packages/holon/src/spec/a.ts',
      line: 3,
      problem: 'the kernel imports node:fs',
      fix: 'State what is needed as a port in spec/ports.ts and implement it in an adapter.',
    },
  ])
})
