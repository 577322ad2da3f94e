/** Ways to live, so coarse that none of them singles anybody out: what people may say about themselves, and need not. */
export const households = ['alone', 'with other adults', 'with children'] as const

/** One of them. */
export type Household = (typeof households)[number]
