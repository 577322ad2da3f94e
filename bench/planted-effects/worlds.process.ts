import { plants } from './plants.ts'
import { lived } from './run.ts'

/** Lives through some worlds of a plant: `node worlds.process.ts PLANT FIRST STEP LAST DAYS`, a message for each. */
const [name = '', ...numbers] = process.argv.slice(2)
const [first = 1, step = 1, last = 1, days = 0] = numbers.map(Number)
const plant = Object.entries(plants).find(([one]) => one === name)?.[1]
for (let seed = first; plant !== undefined && seed <= last; seed += step)
  process.send?.(await lived(plant, seed, days))
process.disconnect?.()
