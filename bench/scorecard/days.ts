/** Milliseconds of a day. */
export const day = 86_400_000

/** The time of the first decision; thirty days of them follow. */
export const start = 1.7e12
