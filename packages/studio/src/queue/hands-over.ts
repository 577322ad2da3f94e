import type { SystemDocument } from 'holon'

/** Whether anything of a system waits for people: cases handed over, guardrails that hold until somebody resets them. */
export const handsOver = ({ decisions }: SystemDocument): boolean =>
  recipientsOf(decisions).length > 0 || decisions.some(hasLatch)

/** Whether a decision has a guardrail that latches. */
export const hasLatch = ({ guardrails }: SystemDocument['decisions'][number]): boolean =>
  guardrails.some(({ latches }) => latches !== undefined)

/** The people to whom decisions or feedback hand cases. */
export const recipientsOf = (decisions: SystemDocument['decisions']): readonly string[] => [
  ...new Set(
    decisions
      .flatMap(({ experiences, feedback }) => [...experiences, ...feedback])
      .flatMap((one) => (one.handsOver === undefined ? [] : [one.handsOver.to])),
  ),
]
