/** The five filing statuses of an individual return (Internal Revenue Code sections 1, 2 and 7703). */
export const filingStatuses = [
  'single',
  'married-jointly',
  'married-separately',
  'head-of-household',
  'surviving-spouse',
] as const

/** How a person files. */
export type FilingStatus = (typeof filingStatuses)[number]

/** The statuses in the words of Form 1040. */
export const filingStatusLabels: ByStatus<string> = Object.freeze({
  single: 'Single',
  'married-jointly': 'Married filing jointly',
  'married-separately': 'Married filing separately',
  'head-of-household': 'Head of household',
  'surviving-spouse': 'Qualifying surviving spouse',
})

/** One value for each filing status. */
export type ByStatus<T> = Readonly<Record<FilingStatus, T>>

/**
 * Spreads the columns the law prints over the five statuses. A surviving spouse uses the joint column unless
 * `survivor` says otherwise, a head of household the single one unless `head` does.
 */
export function byStatus<T>(columns: {
  single: T
  joint: T
  separate: T
  head?: T
  survivor?: T
}): ByStatus<T> {
  const { single, joint, separate, head = single, survivor = joint } = columns
  return Object.freeze({
    single: Object.freeze(single),
    'married-jointly': Object.freeze(joint),
    'married-separately': Object.freeze(separate),
    'head-of-household': Object.freeze(head),
    'surviving-spouse': Object.freeze(survivor),
  })
}
