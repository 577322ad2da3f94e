import { styleText } from 'node:util'
import type { Json, ReplayDocument } from 'holon'
import { table } from '../terminal/table.ts'
import { type AddCommand, answer, asJson } from './command.ts'

const widest = 60

/** `holon replay ID`: decides a recorded decision again, stage by stage. Exit code 1 when a stage differs. */
export const replay: AddCommand = (program, done) => {
  program
    .command('replay')
    .description('decide a recorded decision again, and compare')
    .argument('<id>', 'id of a decision')
    .option(...asJson)
    .action(async (id: string, { json }: { json?: boolean }) => {
      const { reachSystems } = await import('../data/reach.ts')
      const document = await reachSystems((systems) => systems.replay(id))
      answer(json, document, () => tell(document))
      done(document.equal ? 0 : 1)
    })
}

function tell({ id, snapshot, equal, stages }: ReplayDocument): string {
  const rows = stages.flatMap(({ stage, recorded, replayed, equal: same }) => {
    const first = [same ? styleText('green', 'equal') : styleText('red', 'differs'), stage, brief(recorded)]
    return same ? [first] : [first, ['', 'replayed', brief(replayed)]]
  })
  const verdict = equal
    ? styleText('green', 'The replay equals the record to the bit.')
    : styleText('red', 'The replay differs from the record.')
  return `${id} under snapshot ${snapshot.slice(0, 12)}\n\n${table(rows)}\n\n${verdict}`
}

function brief(value: Json): string {
  const text = JSON.stringify(value)
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text
}
