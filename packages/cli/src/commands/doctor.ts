import { styleText } from 'node:util'
import type { Symptom } from '../doctor/diagnose.ts'
import { table } from '../terminal/table.ts'
import { type AddCommand, answer, asJson } from './command.ts'

/** `holon doctor`: can systems run here? Exit code 1 when something is wrong. */
export const doctor: AddCommand = (program, done) => {
  program
    .command('doctor')
    .description('look at versions, port, data folder, disk and model files')
    .option(...asJson)
    .action(async ({ json }: { json?: boolean }) => {
      const { diagnose } = await import('../doctor/diagnose.ts')
      const symptoms = await diagnose()
      answer(json, symptoms, () => table(symptoms.map(row)))
      done(symptoms.every(({ well }) => well) ? 0 : 1)
    })
}

function row({ well, what, found, fix }: Symptom): string[] {
  const mark = well ? styleText('green', 'ok') : styleText('red', 'wrong')
  return [mark, what, fix === undefined ? found : `${found} ${fix}`]
}
