import type { Judge } from 'holon'

/** Ways to judge a flight, in words. */
export const judgeWords: readonly {
  readonly method: Judge['method']
  readonly title: string
  readonly about: string
}[] = [
  {
    method: 'always-valid',
    title: 'look at any time',
    about: 'Look as often as you like, at the price of wider intervals.',
  },
  {
    method: 'fixed',
    title: 'one look',
    about: 'Judged once, when so many have come. The narrowest intervals, and none before.',
  },
  {
    method: 'group-sequential',
    title: 'planned looks',
    about: 'Judged at a few planned looks, and may end at each of them.',
  },
  {
    method: 'bayesian',
    title: 'by what is believed',
    about: 'A prior and the data give what to believe. Says nothing of how often it errs.',
  },
]

/** What one way of judging is called. */
export const judgeTitle = (method: Judge['method']): string =>
  judgeWords.find((one) => one.method === method)?.title ?? method

/** A way of judging with everything it has to say, as usual where nobody has said it yet. */
export function judgeLike(method: string, before: Judge | undefined): Judge | undefined {
  const units = before !== undefined && 'units' in before ? before.units : 5000
  if (method === 'fixed') return { method, units }
  if (method === 'group-sequential') return { method, units, looks: 4 }
  if (method === 'bayesian') return { method, prior: { deviation: 0.1 } }
  return undefined
}
