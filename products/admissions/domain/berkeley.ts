import type { Stratum } from 'holon/stats'

/** One department of the table. */
export interface Department {
  readonly name: string
  readonly men: Stratum['first']
  readonly women: Stratum['second']
}

const row = (name: string, men: readonly [number, number], women: readonly [number, number]): Department => ({
  name,
  men: { positive: men[0], n: men[0] + men[1] },
  women: { positive: women[0], n: women[0] + women[1] },
})

/**
 * Graduate admissions at Berkeley in autumn 1973, the six largest departments: admitted and turned down, men and women
 * (P. Bickel, E. Hammel, J. O’Connell, Sex Bias in Graduate Admissions, Science 187, 1975; D. Freedman, R. Pisani, R. Purves,
 * Statistics, chapter 2).
 */
export const departments: readonly Department[] = [
  row('A', [512, 313], [89, 19]),
  row('B', [353, 207], [17, 8]),
  row('C', [120, 205], [202, 391]),
  row('D', [138, 279], [131, 244]),
  row('E', [53, 138], [94, 299]),
  row('F', [22, 351], [24, 317]),
]

/** The departments as strata, men first. */
export const strata: readonly Stratum[] = departments.map(({ men, women }) => ({ first: men, second: women }))

/** Share admitted. */
export const share = ({ positive, n }: Stratum['first']): number => positive / n

/** Everybody of one sex, over some departments. */
export function together(sex: 'men' | 'women', over: readonly Department[] = departments): Stratum['first'] {
  const sum = (of: (counts: Stratum['first']) => number) =>
    over.reduce((total, department) => total + of(department[sex]), 0)
  return { positive: sum(({ positive }) => positive), n: sum(({ n }) => n) }
}
