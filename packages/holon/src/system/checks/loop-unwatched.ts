import type { Rule } from './rule.ts'

/** A loop through the world grows unseen unless something watches it. */
export const loopUnwatched: Rule = {
  name: 'loop-unwatched',
  severity: 'error',
  find: (system) =>
    system.loops
      .filter((loop) => loop.watchedBy === undefined)
      .map((loop) => ({
        where: `loop "${loop.name}"`,
        problem: `"${loop.from.name}" changes what "${loop.to.name}" later sees, and nothing watches it.`,
        fix: 'Name in `watchedBy` a goal whose measure would move when the loop runs away.',
      })),
}
