import type { BackedUp } from '@holon/embedded'
import { table } from '../terminal/table.ts'
import { bytes } from '../terminal/units.ts'
import { type AddCommand, answer, asJson } from './command.ts'

/** `holon backup DIR`: copies log and registry while systems work on. */
export const backup: AddCommand = (program, done) => {
  program
    .command('backup')
    .description('copy log and registry, while systems work on; the keys of people are not in it')
    .argument('<folder>', 'where the copy is made')
    .option('--keys <file>', 'copy the keys of people too, into a file to be kept apart and not for long')
    .option(...asJson)
    .action(async (folder: string, { keys, json }: { keys?: string; json?: boolean }) => {
      const { backUp, usualFolder } = await import('@holon/embedded')
      const made = await backUp(usualFolder(), folder, keys)
      answer(json, made, () => tell(made, keys))
      done(0)
    })
}

function tell(made: readonly BackedUp[], keys: string | undefined): string {
  const rows = made.map(({ file, bytes: size, sha256 }) => [
    file,
    bytes(size),
    `SHA-256 ${sha256.slice(0, 12)}`,
  ])
  const note =
    keys === undefined
      ? 'Without the keys of people, which stay where they are, what is sealed in it cannot be read.'
      : 'Who has both copies can read what is sealed. Delete the keys once a newer copy of them is made.'
  return `${table(rows, { right: [1] })}\n\n${note}`
}
