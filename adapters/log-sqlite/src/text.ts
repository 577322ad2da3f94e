import { type Entry, HolonError } from 'holon'

/** An entry as it is stored. @throws HolonError `input-invalid` when it is not plain JSON */
export function textOf(entry: Entry): string {
  try {
    return JSON.stringify(entry)
  } catch (cause) {
    throw new HolonError('input-invalid', 'An entry cannot be written as JSON.', 'Give plain values only.', {
      cause,
    })
  }
}

/** A stored entry. @throws HolonError `log-damaged` when the text is not what was stored */
export function entryOf(text: string, position: number): Entry {
  try {
    return JSON.parse(text) as Entry
  } catch (cause) {
    throw new HolonError(
      'log-damaged',
      `Entry ${position} of the log is not what was written.`,
      'Stop the program, keep a copy of the log, and put back a backup. Entries before and after it can still be read.',
      { cause },
    )
  }
}
