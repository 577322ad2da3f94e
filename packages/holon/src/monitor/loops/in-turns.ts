import type { SeenLog } from './log.ts'

/** So many are done within a few milliseconds. */
const atOnce = 250

/** Does something with each of many, in order, and lets others have their turn every few milliseconds. */
export async function eachInTurns<T>(
  many: readonly T[],
  { rest }: Pick<SeenLog, 'rest'>,
  each: (one: T) => void,
): Promise<void> {
  for (let from = 0; from < many.length; from += atOnce) {
    await rest()
    for (const one of many.slice(from, from + atOnce)) each(one)
  }
}

/** What each of many becomes, those left out that become nothing; others have their turn on the way. */
export async function mapInTurns<T, U>(
  many: readonly T[],
  log: Pick<SeenLog, 'rest'>,
  of: (one: T) => U | undefined,
): Promise<readonly U[]> {
  const all: U[] = []
  await eachInTurns(many, log, (one) => {
    const made = of(one)
    if (made !== undefined) all.push(made)
  })
  return all
}
