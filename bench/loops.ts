import { parseArgs } from 'node:util'
import { type LoopsDocument, open } from 'holon'
import { virtualClock } from 'holon/memory'
import { clopperPearsonInterval, seededRandom } from 'holon/stats'
import { patrolSystem } from './patrols.ts'

const day = 86_400_000
const places = 10

/** What the model learns from: what was found where somebody looked, or what residents report by themselves. */
type Kind = 'found' | 'reported'

/** A town in which the same happens everywhere, watched by the loop detector of a running system. */
async function watched(kind: Kind, seed: number, days: number, random: number): Promise<LoopsDocument> {
  const town = seededRandom(seed)
  const counts = new Array<number>(places).fill(3)
  const clock = virtualClock(Date.UTC(2025, 0, 1, 8))
  const shareOf = (place: number) => {
    const all = counts.reduce((sum, one) => sum + one, 0)
    return Math.min(1, ((counts[place] ?? 0) * places) / all / 2)
  }
  const system = await open(patrolSystem(random), {
    clock,
    random: town.fork('draws'),
    models: {
      risk: {
        version: { name: 'risk', version: '1', kind: 'function' },
        predict: ({ place }) => shareOf(Number(String(place).slice(1))),
      },
    },
  })
  for (let today = 0; today < days; today += 1) {
    const seen: number[] = []
    for (let place = 0; place < places; place += 1) {
      const happened = town.next() < 0.3
      const calls = Number(town.next() < 0.2) + Number(town.next() < 0.2)
      const { id, experience } = await system.decide('patrol', { place: `p${place}`, calls })
      if (experience === 'look') await system.feedback(id, 'found', happened)
      if (happened && (kind === 'reported' || experience === 'look')) seen.push(place)
    }
    for (const place of seen) counts[place] = (counts[place] ?? 0) + 1
    clock.advance(day)
  }
  const report = await system.loops()
  await system.close()
  return report
}

/** `node --conditions=source bench/loops.ts`: how often the detector is right and wrong over towns with and without the loop. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      without: { type: 'string' },
      with: { type: 'string' },
      days: { type: 'string' },
      random: { type: 'string' },
    },
  })
  const days = Number(values.days ?? 60)
  const random = Number(values.random ?? 0.1)
  await tell('without a loop', 'reported', Number(values.without ?? 2000), days, random)
  await tell('with the loop', 'found', Number(values.with ?? 200), days, random)
}

async function tell(title: string, kind: Kind, towns: number, days: number, random: number): Promise<void> {
  const start = performance.now()
  const when: number[] = []
  let undeclared = 0
  for (let seed = 1; seed <= towns; seed += 1) {
    const { loops } = await watched(kind, seed, days, random)
    const alarms = loops.flatMap(({ sightings }) => sightings.flatMap(({ alarmAt }) => alarmAt ?? []))
    if (alarms.length > 0) when.push((Math.min(...alarms) - Date.UTC(2025, 0, 1)) / day)
    if (loops.some((one) => !one.declared)) undeclared += 1
  }
  const { lower, upper } = clopperPearsonInterval(when.length, towns)
  const middle = when.toSorted((a, b) => a - b)[Math.floor(when.length / 2)]
  const share = (value: number) => `${(100 * value).toFixed(2)} %`
  console.log(
    `${title}: alarms in ${when.length} of ${towns} towns (${share(when.length / towns)}, 95 %: ${share(lower)} to ${share(upper)}) over ${days} days, ${places} places, ${share(random)} by coin; median day ${middle?.toFixed(0) ?? '-'}; also undeclared in ${undeclared}; ${((performance.now() - start) / 1000).toFixed(0)} s`,
  )
}

await main()
