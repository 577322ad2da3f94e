/** From this estimate on a file speaks for admission by itself, in a year like the last ones. */
export const line = 0.72

/** Files within so much of the line are read twice: the score cannot tell them apart. */
const border = 0.05

/** Whether a score says too little about a file to be shown to anybody. */
export const isNearLine = (estimate: number, at = line): boolean => Math.abs(estimate - at) < border
