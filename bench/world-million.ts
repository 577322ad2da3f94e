import { parseArgs } from 'node:util'
import { type Product, temporaryWarehouse, versionModels } from '@holon/embedded'
import { simulate } from 'holon/world'
import { product } from '../products/safe-browsing/product.ts'
import { world } from '../products/safe-browsing/world.ts'

// What a long rehearsal costs: memory while a million pages are looked at in the world of safe browsing, with its
// warehouse on disk and nobody looking for loops, which would take the whole log. With `node --expose-gc` what is held is
// told without what waits to be collected.
const { values } = parseArgs({ options: { decisions: { type: 'string', default: '1000000' } } })
const decisions = Number(values.decisions)
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const inMegabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`

function memory(): string {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  return `${inMegabytes(rss)} resident, ${inMegabytes(heapUsed)} of them objects`
}

const warehouse = await temporaryWarehouse()
const enough = new AbortController()
let decided = 0
try {
  const simulation = await simulate(world, {
    models: await versionModels(product as unknown as Product),
    people: 100,
    days: 3_650,
    loops: false,
    warehouse,
    onLine: (line) => {
      if (!line.startsWith('{"kind":"decision"')) return
      decided++
      if (decided % (decisions / 10) === 0)
        say(`${decided} decided, day ${simulation.day.toFixed(0)}: ${memory()}`)
      if (decided === decisions) enough.abort()
    },
  })
  say(`before the first day: ${memory()}`)
  const began = performance.now()
  await simulation.run({ signal: enough.signal })
  const seconds = (performance.now() - began) / 1000
  const { entries, log } = await simulation.report()
  say(`${entries} entries, ${log}: ${memory()}; ${Math.round(decided / seconds)} decisions a second`)
  await simulation.close()
} finally {
  await warehouse.close()
}
