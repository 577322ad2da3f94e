import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { open } from '@holon/embedded'
import { seededRandom } from 'holon/stats'
import { product } from '../products/tax-filing/product.ts'
import { filerOf } from '../products/tax-filing/world/filer.ts'

// What a long life costs: memory at rest and after many decisions of the tax-filing product, and how soon a data folder
// with that many records is ready again, with its warehouse and without it.
const { values } = parseArgs({ options: { decisions: { type: 'string', default: '1000000' } } })
const decisions = Number(values.decisions)
const atOnce = 200
const folder = mkdtempSync(join(tmpdir(), 'holon-million-'))
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const megabytes = (): string => `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`

const start = (onCatchUp: (done: number, of: number) => void = () => undefined) =>
  open(product.system, { data: folder, models: product.models ?? {}, onCatchUp })

try {
  let holon = await start()
  say(`resident at rest: ${megabytes()}`)
  const random = seededRandom(1)
  const returns = Array.from({ length: 500 }, () => filerOf(random).taxReturn)
  const began = performance.now()
  let left = decisions
  const decide = async (): Promise<void> => {
    while (left-- > 0) {
      const taxReturn = returns[left % returns.length]
      if (taxReturn === undefined) return
      await holon.decide('audit-risk-meter', taxReturn, { subject: `p-${left % 10_000}` })
      if (left % (decisions / 10) === 0) say(`  ${decisions - left} decided: ${megabytes()}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, decide))
  const seconds = (performance.now() - began) / 1000
  say(`resident after ${decisions} decisions: ${megabytes()}; ${Math.round(decisions / seconds)} a second`)
  await holon.close()

  const from = performance.now()
  holon = await start()
  say(`ready with its warehouse: ${Math.round(performance.now() - from)} ms`)
  await holon.close()

  rmSync(join(folder, 'warehouse.duckdb'))
  await rebuild()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function rebuild(): Promise<void> {
  const { promise: rebuilt, resolve } = Promise.withResolvers<number>()
  const from = performance.now()
  const before = process.cpuUsage()
  const holon = await start((done, of) => {
    if (done === of) resolve(of)
  })
  say(`ready with the warehouse to be rebuilt: ${Math.round(performance.now() - from)} ms`)
  const entries = await rebuilt
  const { user, system } = process.cpuUsage(before)
  const inSeconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1)
  say(
    `rebuilt from ${entries} entries: ${inSeconds(performance.now() - from)} s, ${inSeconds((user + system) / 1000)} s of CPU`,
  )
  await holon.close()
}
