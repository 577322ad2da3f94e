import { basename } from 'node:path'
import type { Evaluation } from '../data/evaluation.ts'
import { findProduct } from '../products/find.ts'
import { table } from '../terminal/table.ts'
import { type AddCommand, answer, asJson } from './command.ts'

/** `holon evaluate SYSTEM MODEL --data FILE...`: how well a model does on labelled rows. */
export const evaluate: AddCommand = (program, done) => {
  program
    .command('evaluate')
    .description('measure a model on labelled rows')
    .argument('<system>', 'name of a system, or path of a product')
    .argument('<model>', 'name of one of its models')
    .requiredOption(
      '--data <files...>',
      'rows with labels: .csv with a header, .jsonl, .json, or a folder of these',
    )
    .option(...asJson)
    .action(async (name: string, model: string, { data, json }: { data: string[]; json?: boolean }) => {
      const { evaluateModel } = await import('../data/evaluation.ts')
      const evaluation = await evaluateModel(await findProduct(name), model, ...data)
      answer(json, evaluation, () => tell(evaluation, data))
      done(0)
    })
}

function tell(evaluation: Evaluation, data: readonly string[]): string {
  const { model, version, sha256, calibrated, leftOut } = evaluation
  const title = `${model} ${version}${sha256 === undefined ? '' : ` (SHA-256 ${sha256.slice(0, 12)})`}`
  const left = leftOut === 0 ? '' : `, ${leftOut} left out`
  const rows = [
    ['rows', `${evaluation.n}`],
    ['positive', `${evaluation.positives}`],
    ['AUC', evaluation.auc.toFixed(4)],
    ['accuracy', evaluation.accuracy.toFixed(4)],
    ['log loss', evaluation.logLoss.toFixed(4)],
    ['Brier score', evaluation.brier.toFixed(4)],
    ['calibration error', evaluation.calibrationError.toFixed(4)],
  ]
  const how = calibrated ? 'calibrated probabilities' : 'probabilities as the model says them'
  return `${title} on ${data.map((path) => basename(path)).join(', ')}${left}; ${how}\n\n${table(rows, { right: [1] })}`
}
