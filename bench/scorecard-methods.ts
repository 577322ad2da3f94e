import { parseArgs } from 'node:util'
import type { ArmEffect, Judge } from 'holon'
import { binomialQuantile, normalQuantile, peekingError, seededRandom } from 'holon/stats'
import { Flight } from './scorecard-methods/shop.ts'

/**
 * `node --conditions=source bench/scorecard-methods.ts [--runs N] [--only METHOD]`: how often the scorecard of a running
 * product calls a difference where there is none, read after every one of ten batches, by every way of judging a flight;
 * how often it finds one that is there, and after how many units; and, for a Bayesian flight, whether what it believes comes
 * true where the prior is. Ends with exit code 1 where a method breaks its promise.
 */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, only: { type: 'string', default: '' } },
})
const runs = Number(values.runs)

const planned = 4000
const batches = 10
const base = 0.5
/** Found by a test of 4,000 people that is looked at once in 8 of 10. */
const effect = 0.0443
const prior = { deviation: 0.06 }

const judges: Readonly<
  Record<string, { readonly judge: Judge; readonly promise: 'exactly' | 'at most' | 'none' }>
> = {
  'always-valid': { judge: { method: 'always-valid' }, promise: 'at most' },
  fixed: { judge: { method: 'fixed', units: planned }, promise: 'exactly' },
  "group-sequential, O'Brien and Fleming, 5 looks": {
    judge: { method: 'group-sequential', units: planned, looks: 5 },
    promise: 'exactly',
  },
  'group-sequential, Pocock, 5 looks': {
    judge: { method: 'group-sequential', units: planned, looks: 5, spending: 'pocock' },
    promise: 'exactly',
  },
  bayesian: { judge: { method: 'bayesian', prior }, promise: 'none' },
}

interface Read {
  readonly called: ArmEffect['verdict']
  readonly at: number
  readonly chance: number | undefined
}

/** Reads the card after every batch, until it calls a difference or the people are there. */
async function lived(judge: Judge, difference: number, seed: string): Promise<Read> {
  const flight = new Flight([base, base + difference], seededRandom(seed))
  await flight.start(judge, planned)
  try {
    for (let batch = 1; ; batch++) {
      flight.come(planned / batches)
      const card = await flight.read()
      const found = card.goals[0]?.effects[0]
      const called = found?.verdict ?? 'cannot say'
      if (called === 'better' || called === 'worse' || batch === batches)
        return {
          called,
          at: batch * (planned / batches),
          chance: found?.posterior?.chanceBetter ?? undefined,
        }
    }
  } finally {
    await flight.end()
  }
}

const isCall = ({ called }: Read): boolean => called === 'better' || called === 'worse'

async function many(
  judge: Judge,
  differenceOf: (run: number) => number,
  seed: string,
): Promise<readonly Read[]> {
  const all: Read[] = []
  for (let run = 0; run < runs; run++) all.push(await lived(judge, differenceOf(run), `${seed} ${run}`))
  return all
}

const percent = (part: number, of = runs): string => `${((100 * part) / of).toFixed(2)} %`
const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length

console.log(
  `${runs} flights each, read after every batch of ${planned / batches} of ${planned} people; an effect that is there: ${100 * effect} points`,
)
console.log(
  `a t test that is read so would err in ${percent(peekingError(batches), 1)}\n\n${'method'.padEnd(48)} calls without cause   finds what is there   after units`,
)
const allowed = {
  exactly: [binomialQuantile(0.005, runs, 0.05), binomialQuantile(0.995, runs, 0.05)],
} as const
for (const [name, { judge, promise }] of Object.entries(judges)) {
  if (!name.includes(values.only)) continue
  const errors = (await many(judge, () => 0, `null ${name}`)).filter(isCall).length
  const there = await many(judge, () => effect, `effect ${name}`)
  const found = there.filter(({ called }) => called === 'better').length
  const [least, most] = allowed.exactly
  const kept = promise === 'none' || (errors <= most && (promise === 'at most' || errors >= least))
  if (!kept) process.exitCode = 1
  const said = promise === 'none' ? 'not promised' : `${promise} 5 %, ${kept ? 'kept' : 'BROKEN'}`
  console.log(
    `${name.padEnd(48)} ${`${percent(errors)} (${said})`.padEnd(24)} ${percent(found).padStart(10)} ${mean(
      there.map(({ at }) => at),
    )
      .toFixed(0)
      .padStart(12)}`,
  )
}

if ('bayesian'.includes(values.only)) {
  const random = seededRandom('prior')
  const drawn = Array.from(
    { length: runs },
    () => base * prior.deviation * normalQuantile(random.next() || 0.5),
  )
  const reads = await many({ method: 'bayesian', prior }, (run) => drawn[run] ?? 0, 'drawn')
  const calls = reads.map((read, run) => ({ ...read, truth: drawn[run] ?? 0 })).filter(isCall)
  const right = calls.filter(({ called, truth }) => (called === 'better') === truth > 0).length
  const believed = mean(calls.map(({ chance = 0.5 }) => Math.max(chance, 1 - chance)))
  console.log(
    `\nwhere effects are as the prior says, read after every batch: ${calls.length} calls, ${percent(right, calls.length)} right, ${percent(believed, 1)} believed`,
  )
}
