import type { ApprenticeScore, LearningDocument, PolicyValue } from 'holon'
import { amount } from '../terminal/amount.ts'
import { type AddCommand, answer, asJson } from './command.ts'
import { tellLearned } from './learn.ts'

interface Options {
  readonly variant?: string
  readonly limit?: number
  readonly json?: boolean
}

/**
 * `holon learned SYSTEM DECISION`: what its bandit has learned; of an apprentice, how it does. Exit code 1 when what was
 * learned cannot be used.
 */
export const learned: AddCommand = (program, done) => {
  program
    .command('learned')
    .description('say what the policy of a decision has learned, and how an apprentice does')
    .argument('<system>', 'name of a system')
    .argument('<decision>', 'one of its decisions, whose policy is a bandit')
    .option('--variant <name>', 'the policy of a variant instead of the declared one')
    .option('--limit <decisions>', 'score an apprentice by the latest so many', Number)
    .option(...asJson)
    .action(async (system: string, decision: string, { json, ...asked }: Options) => {
      const { reachSystems } = await import('../data/reach.ts')
      const document = await reachSystems((systems) => systems.learned(system, decision, asked))
      answer(json, document, () => tell(document))
      done(document.problem === undefined ? 0 : 1)
    })
}

function tell({ words, learned, problem, isApprentice, apprentice }: LearningDocument): string {
  return [
    words,
    learned === null ? 'Nothing is learned yet.' : `Learned as ${tellLearned(learned)}`,
    ...(problem === undefined ? [] : [`It is not used. ${problem}`]),
    ...(isApprentice
      ? [apprentice === null ? 'The apprentice has said nothing yet.' : score(apprentice)]
      : []),
  ].join('\n\n')
}

function score({ decisions, agreement, logged, evaluation }: ApprenticeScore): string {
  const lines = [
    `The apprentice spoke in ${decisions} decisions, and agrees with what was chosen with probability ${span(agreement)}.`,
  ]
  if (evaluation === null) return [...lines, 'Of none of them the reward is known yet.'].join('\n')
  const { verdict, difference, because } = evaluation
  return [
    ...lines,
    `It would have earned ${span(evaluation)}, what was chosen earned ${span(logged)}: a difference of ${span(difference)} (${verdict}).`,
    ...because.map((one) => `  ${one}`),
  ].join('\n')
}

const span = ({ value, interval }: PolicyValue): string => {
  if (value === null) return 'an unknown amount'
  return interval === null
    ? amount(value)
    : `${amount(value)} (${interval.map((end) => amount(end)).join(' to ')})`
}
