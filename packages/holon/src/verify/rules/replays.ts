import type { Rule } from './rule.ts'

/** One in so many answers is decided again. */
const every = 8

/** What was recorded is decided again, and equals to the bit. */
export const replays = (): Rule => {
  let count = 0
  return {
    name: 'a replay equals the record',
    answered: async ({ replay }) => {
      if (count++ % every !== 0) return undefined
      const { equal, stages } = await replay()
      if (equal) return undefined
      return `stage "${stages.find((one) => !one.equal)?.stage}" differs`
    },
  }
}
