import { appendFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Product, versionModels } from '@holon/embedded'
import { simulate } from 'holon/world'
import { product } from '../products/predictive-policing/product.ts'
import { world } from '../products/predictive-policing/world.ts'

// How often the watch over loops raises an alarm, in seeded cities whose patrols feed their own forecast and in cities
// whose forecast learns from what residents report, where no patrol can move it. One line of JSON for each city.
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    to: { type: 'string', default: '200' },
    days: { type: 'string', default: '45' },
    version: { type: 'string', default: 'current' },
    out: { type: 'string' },
  },
})
const models = await versionModels(product as unknown as Product)
for (let seed = Number(values.from); seed <= Number(values.to); seed++) {
  const days = Number(values.days)
  const simulation = await simulate(world, { models, days, seed, version: values.version })
  await simulation.run()
  const { loops, decisions } = await simulation.report()
  await simulation.close()
  const start = Date.parse(`${world.start}T00:00:00Z`)
  const sightings = loops.flatMap(({ sightings }) =>
    sightings.map(({ influences, status, alarmAt, strength }) => ({
      influences: influences.name,
      status,
      day: alarmAt === null ? null : (alarmAt - start) / 86_400_000,
      further: strength?.further?.interval ?? null,
    })),
  )
  const line = JSON.stringify({ version: values.version, seed, days, decisions, sightings })
  if (values.out === undefined) process.stdout.write(`${line}\n`)
  else appendFileSync(values.out, `${line}\n`)
}
