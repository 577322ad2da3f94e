import { type AddCommand, answer, asJson } from './command.ts'

/** `holon erase SUBJECT`: drops the key of a person. Exit code 1 when there was none. */
export const erase: AddCommand = (program, done) => {
  program
    .command('erase')
    .description('make everything that was sealed for a person unreadable, in every copy')
    .argument('<subject>', 'whom decisions concerned, as given to them')
    .option(...asJson)
    .action(async (subject: string, { json }: { json?: boolean }) => {
      const { reachSystems } = await import('../data/reach.ts')
      const result = await reachSystems((systems) => systems.erase(subject))
      answer(json, result, () =>
        result.erased
          ? 'Erased: nothing that was sealed for this person can be read any more, in log, export or backup.'
          : 'Nobody with this name is known, or they were erased before.',
      )
      done(result.erased ? 0 : 1)
    })
}
