import type { Command } from 'commander'
import { HolonError, type Judge } from 'holon'

/** What the command says of how a flight is judged. */
export interface JudgeWords {
  readonly judge?: string
  readonly units?: number
  readonly looks?: number
  readonly spending?: string
  readonly prior?: number
}

/** Adds the options. */
export const judgeOptions = (command: Command): Command =>
  command
    .option(
      '--judge <method>',
      'always-valid (the default), fixed, group-sequential or bayesian; in place of what the file says',
    )
    .option('--units <n>', 'of fixed and group-sequential: units over all arms', Number)
    .option('--looks <n>', 'of group-sequential: how many looks', Number)
    .option('--spending <how>', 'of group-sequential: obrien-fleming (the default) or pocock')
    .option(
      '--prior <deviation>',
      'of bayesian: standard deviation of effects, as a share of the control',
      Number,
    )

/** The judge that the words make; the system refuses what is none. @throws HolonError `input-invalid` */
export function judgeGiven({ judge, units, looks, spending, prior }: JudgeWords): Judge | undefined {
  const said = { units, looks, spending, prior }
  const [stray] = Object.entries(said).flatMap(([word, value]) => (value === undefined ? [] : [word]))
  if (judge === undefined) {
    if (stray === undefined) return undefined
    throw misuse(`--${stray} says how a flight is judged, without --judge.`, 'Add --judge METHOD.')
  }
  const given = {
    method: judge,
    ...(units !== undefined && { units }),
    ...(looks !== undefined && { looks }),
    ...(spending !== undefined && { spending }),
    ...(prior !== undefined && { prior: { deviation: prior } }),
  }
  // Whatever is said is sent: the system knows which words belong together.
  return given as unknown as Judge
}

const misuse = (what: string, fix: string) => new HolonError('input-invalid', what, fix)
