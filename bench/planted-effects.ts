import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { clopperPearsonInterval } from 'holon/stats'
import { plants } from './planted-effects/plants.ts'
import type { Ending } from './planted-effects/run.ts'

/**
 * `node --conditions=source bench/planted-effects.ts [--worlds N] [--from SEED] [--days N] [--processes N] [--only PLANT]`: in how
 * many seeded worlds, in which something is known to be true, the scorecard of a flight says so at the end, and in how many it
 * ever claimed something that is not true, read every week.
 */
const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    days: { type: 'string', default: '14' },
    processes: { type: 'string', default: '2' },
    only: { type: 'string' },
  },
})
const script = fileURLToPath(new URL('planted-effects/worlds.process.ts', import.meta.url))

/** Every so many worlds in a process of its own. */
async function share(name: string, first: number): Promise<readonly Ending[]> {
  const endings: Ending[] = []
  const { worlds, from, days, processes } = values
  const last = Number(from) + Number(worlds) - 1
  const child = fork(script, [name, `${first}`, processes, `${last}`, days], {
    execArgv: ['--conditions=source'],
  })
  child.on('message', (message) => endings.push(message as Ending))
  await once(child, 'exit')
  return endings
}

function tell(about: string, endings: readonly Ending[]): void {
  const n = endings.length
  const count = (is: (ending: Ending) => boolean): string => {
    const k = endings.filter(is).length
    const { lower, upper } = clopperPearsonInterval(k, n)
    return `${k} of ${n} (${(100 * lower).toFixed(1)} to ${(100 * upper).toFixed(1)} %)`
  }
  console.log(`\n${about}`)
  console.log(`  says so                 ${count(({ says }) => says)}`)
  console.log(`  ever said what is false ${count(({ wrong }) => wrong.length > 0)}`)
  for (const claim of new Set(endings.flatMap(({ wrong }) => wrong)))
    console.log(`    ${claim.padEnd(21)} ${endings.filter(({ wrong }) => wrong.includes(claim)).length}`)
  const silent = endings.find(({ says }) => !says)
  if (silent !== undefined) console.log(`  else, as world ${silent.seed}: ${silent.verdict}`)
  const mean = (of: (ending: Ending) => number) => endings.reduce((sum, one) => sum + of(one), 0) / n
  console.log(
    `  ${Math.round(mean(({ decisions }) => decisions))} decisions and ${mean(({ seconds }) => seconds).toFixed(1)} s a world`,
  )
}

const begun = performance.now()
console.log(`${values.worlds} worlds each, ${values.days} days`)
for (const [name, { about, people }] of Object.entries(plants)) {
  if (values.only !== undefined && values.only !== name) continue
  const shares = Array.from({ length: Number(values.processes) }, (_, i) =>
    share(name, Number(values.from) + i),
  )
  tell(
    `${name}: ${about}; ${people} people`,
    (await Promise.all(shares)).flat().toSorted((a, b) => a.seed - b.seed),
  )
}
console.log(`\n${((performance.now() - begun) / 60_000).toFixed(1)} minutes`)
