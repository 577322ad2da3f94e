import { parseArgs } from 'node:util'
import { seededRandom } from 'holon/stats'
import {
  coverageOf,
  drawFrom,
  type Level,
  type SimulateOptions,
  sayCoverage,
  sayValue,
  simulate,
  valueReport,
} from 'holon/world'
import { reviewerWorld } from '../src/world/reviewer.fixture.ts'
import { goal, run } from '../src/world/run.fixture.ts'

const qualities = [0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]

/**
 * `node --conditions=source packages/holon/test/accuracy-to-value.ts [--worlds N] [--seeds N]`: where the report puts a knee that is
 * known: in worlds whose goal follows a broken line, and in one whose knee follows from how it works.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { worlds: { type: 'string' }, seeds: { type: 'string' } },
  })
  const worlds = Number(values.worlds ?? 200)
  for (const noise of worlds === 0 ? [] : [0.01, 0.03, 0.1]) {
    for (const knee of [0.65, 0.75, 0.85])
      tellPlanted(`knee at ${knee}`, worlds, noise, (q) => Math.min(q, knee), knee)
    tellPlanted('straight', worlds, noise, (q) => q)
    tellPlanted('nothing', worlds, noise, () => 0)
  }
  await tellReviewer(Number(values.seeds ?? 8))
}

/** A goal that gains a hundredth by a hundredth of quality up to the knee, in 5 seeds whose levels differ by 1. */
function tellPlanted(
  title: string,
  worlds: number,
  noise: number,
  curve: (quality: number) => number,
  knee?: number,
): void {
  const found = Array.from({ length: worlds }, (_, world) => planted(world, noise, curve))
  const counts = Object.entries(Object.groupBy(found, ({ verdict }) => verdict))
    .map(([verdict, of]) => `${verdict} ${of.length}`)
    .join(', ')
  const knees = found.flatMap((one) => one.knee ?? [])
  const off = knees.map(({ at }) => Math.abs(at - (knee ?? 0))).sort((a, b) => a - b)
  const held = knees.filter(({ interval: [low, high] }) => low <= (knee ?? 0) && (knee ?? 0) <= high).length
  const width = knees.reduce((sum, { interval: [low, high] }) => sum + high - low, 0) / knees.length
  const where =
    knee === undefined || knees.length === 0
      ? ''
      : `; off by ${off[Math.floor(off.length / 2)]?.toFixed(3)} (median), interval ${width.toFixed(3)} wide holds it in ${held} of ${knees.length}`
  console.log(`${title}, noise ${noise}: ${counts} of ${worlds}${where}`)
}

function planted(world: number, noise: number, curve: (quality: number) => number) {
  const draw = drawFrom(seededRandom(`world ${world}`))
  const seeds = [1, 2, 3, 4, 5].map((seed) => ({ seed, level: draw.normal(0, 1) }))
  const at = (auc: number) =>
    seeds.map(({ seed, level }) =>
      run([goal('goal', [level + curve(auc) + draw.normal(0, noise)])], { seed, auc }),
    )
  const { goals } = valueReport({
    sweep: qualities.map((quality) => ({ quality, runs: at(quality) })),
    today: at(0.8),
  })
  return goals[0] ?? { verdict: 'cannot say' as const, knee: undefined }
}

async function tellReviewer(seeds: number): Promise<void> {
  const all = async (options: SimulateOptions) => {
    const runs = []
    for (let seed = 1; seed <= seeds; seed += 1) {
      const simulation = await simulate(reviewerWorld, { every: 6, ...options, seed })
      await simulation.run()
      runs.push(await simulation.report())
      await simulation.close()
    }
    return runs
  }
  const sweep: Level[] = []
  for (const quality of qualities) sweep.push({ quality, runs: await all({ quality }) })
  const today = await all({ quality: 0.9 })
  const larger = await all({ quality: 0.9, settings: { workshop: 48 } })
  const versions = [larger.map((one) => ({ ...one, version: 'a larger workshop' }))]
  const report = valueReport({ sweep, today, versions })
  for (const line of sayValue(report)) console.log(line)
  for (const { quality, value } of report.goals[0]?.points ?? [])
    console.log(`  mended at ${quality.toFixed(3)}: ${value.toFixed(4)}`)
  for (const line of sayCoverage(coverageOf(today))) console.log(line)
}

await main()
