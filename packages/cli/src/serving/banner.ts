import { styleText } from 'node:util'
import { table } from '../terminal/table.ts'
import { version } from '../version.ts'
import type { Serving } from './start.ts'

/** The block that is printed once everything answers. */
export function banner(
  { address, folder, pages }: Serving,
  { demo, keys }: { readonly demo: boolean; readonly keys: string | undefined },
): string {
  const rows = [
    ['Studio', styleText('cyan', `${address}/`)],
    ...pages.map((name) => ['Product', styleText('cyan', `${address}/products/${name}/`)]),
    ['API', `${address}/api/v1`],
    ['Docs', styleText('cyan', `${address}/api/v1/docs/`)],
    ['Data', folder],
    ['People', demo ? 'simulated, and named so (HOLON_DEMO=off leaves them out)' : 'real ones only'],
    ...(keys === undefined ? [] : [['Keys', keys]]),
  ]
  const lines = table(rows.map(([name = '', value = '']) => [styleText('dim', name), value])).split('\n')
  return ['', `  ${styleText('bold', `Holon ${version}`)}`, '', ...lines.map((line) => `  ${line}`), ''].join(
    '\n',
  )
}
