import { parseArgs } from 'node:util'
import { type Product, temporaryWarehouse, versionModels } from '@holon/embedded'
import { simulate } from 'holon/world'
import { product } from '../products/safe-browsing/product.ts'
import { world } from '../products/safe-browsing/world.ts'

// What a long rehearsal costs: memory while a million pages are looked at in the world of safe browsing, with its
// warehouse on disk and nobody looking for loops, which would take the whole log.
const { values } = parseArgs({ options: { decisions: { type: 'string', default: '1000000' } } })
const decisions = Number(values.decisions)
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const megabytes = (): string => `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`

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
        say(`${decided} decided, day ${simulation.day.toFixed(0)}: ${megabytes()}`)
      if (decided === decisions) enough.abort()
    },
  })
  say(`before the first day: ${megabytes()}`)
  const began = performance.now()
  await simulation.run({ signal: enough.signal })
  const seconds = (performance.now() - began) / 1000
  const { entries, log } = await simulation.report()
  say(`${entries} entries, ${log}: ${megabytes()}; ${Math.round(decided / seconds)} decisions a second`)
  await simulation.close()
} finally {
  await warehouse.close()
}
