import { type Outcome, outcomeOf, type Promised } from './check.ts'
import { drawsFrom } from './draws.ts'
import { type Crowd, experiment, type Look } from './shop.ts'

const independent: Crowd = { perDay: 100, days: 4, visits: 1, alike: 0, returns: [1, 1] }

/** Crowds without an effect, by what is hard about them. */
const crowds: Readonly<Record<string, { readonly crowd: Crowd; readonly before?: '3 days' }>> = {
  'independent visits': { crowd: independent },
  'the same, judged once': {
    crowd: { ...independent, judge: { method: 'fixed', units: 400 } },
  },
  'the same, judged at four looks': {
    crowd: { ...independent, judge: { method: 'group-sequential', units: 400, looks: 4 } },
  },
  'three visits of people who stay as they are': {
    crowd: { perDay: 60, days: 4, visits: 3, alike: 0.8, returns: [1, 1] },
  },
  'the same, less what they did before (CUPED)': {
    crowd: { perDay: 60, days: 4, visits: 2, alike: 0.8, returns: [1, 1], visitsBefore: 2 },
    before: '3 days',
  },
  'those who return do so sooner in one arm': {
    crowd: { perDay: 60, days: 6, visits: 1, alike: 0, returns: [2.5, 0.5] },
  },
}

/** What a scorecard may claim without cause on any day. */
function claims(card: Look): readonly string[] {
  const wrong = card.goals.flatMap(({ name, effects }) =>
    effects.some(({ pValue }) => pValue !== null && pValue <= 0.05) ? [name] : [],
  )
  const rule = card.verdict.rules.find(({ holds }) => holds)?.rule ?? ''
  const verdict = effectRules.some((one) => rule.startsWith(one)) ? [judged] : []
  const mismatch = card.sampleRatio.mismatch ? [mismatched] : []
  return [...wrong, ...verdict, ...mismatch]
}

const mismatched = 'people not in their shares'
const judged = 'a verdict that rests on an effect'

/** Rules of the verdict that claim one. */
const effectRules = [
  'An arm improves the main goal',
  'It wins a leading indicator',
  'Every arm harms a guard goal',
  'Every arm makes the main goal worse',
]

/** How often the scorecard of a flight without any effect claims one, read on every day. */
export async function scorecardErrors(
  runs: number,
  tell: (crowd: string, outcomes: readonly Outcome[]) => void,
  only: (crowd: string) => boolean,
): Promise<void> {
  for (const [name, { crowd, before }] of Object.entries(crowds)) {
    if (!only(name)) continue
    const draws = drawsFrom(name)
    const errors = new Map<string, number>()
    for (let run = 0; run < runs; run += 1) {
      const claimed = new Set<string>()
      for await (const card of experiment(draws, crowd, before === undefined ? {} : { before })) {
        for (const { name } of card.goals) if (!errors.has(name)) errors.set(name, 0)
        for (const claim of claims(card)) claimed.add(claim)
      }
      for (const claim of new Set([judged, mismatched, ...claimed]))
        errors.set(claim, (errors.get(claim) ?? 0) + Number(claimed.has(claim)))
    }
    tell(
      name,
      [...errors].map(([name, count]) => outcomeOf(promise(name), runs, count)),
    )
  }
}

const promise = (name: string): Promised => ({
  name,
  nominal: name === mismatched ? 0.01 : 0.05,
  atMost: true,
})
