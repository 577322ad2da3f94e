/** Answers from which on an arrival curve is believed: with five, one interval in ten misses. */
export const enoughAnswers = 10
