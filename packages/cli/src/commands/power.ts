import { styleText } from 'node:util'
import type { FlightUnit, PowerDocument, PowerOptions, PowerPlan } from 'holon'
import { amount } from '../terminal/amount.ts'
import { table } from '../terminal/table.ts'
import { type AddCommand, answer, asJson } from './command.ts'

interface Options extends PowerOptions {
  readonly json?: boolean
}

/** `holon power SYSTEM GOAL`: how many units, and days, a flight for a goal takes. Exit code 1 where that cannot be known. */
export const power: AddCommand = (program, done) => {
  program
    .command('power')
    .description('say how many units, and days, a flight for a goal takes')
    .argument('<system>', 'name of a system')
    .argument('<goal>', 'one of its goals')
    .option('--effect <difference>', 'smallest difference worth finding; a tenth of the baseline', Number)
    .option('--power <probability>', 'probability of finding it; 0.8', Number)
    .option('--alpha <probability>', 'probability of finding one where there is none; 0.05', Number)
    .option('--arms <number>', 'arms of equal size, the control among them; 2', Number)
    .option('--share <share>', 'share of all units that take part; 1', Number)
    .option('--correlation <number>', 'of what a unit does before and after (CUPED); 0', Number)
    .option('--unit <unit>', 'what stays in its arm: person, episode or decision')
    .option('--baseline <value>', 'in place of the measured one', Number)
    .option('--variance <value>', 'of one unit, in place of the measured one', Number)
    .option('--units-per-day <number>', 'in place of those measured', Number)
    .option(...asJson)
    .action(async (system: string, goal: string, { json, ...options }: Options) => {
      const { reachSystems } = await import('../data/reach.ts')
      const document = await reachSystems((systems) => systems.power(system, goal, options))
      answer(json, document, () => tell(document))
      done(document.plans.some(({ units }) => units === null) ? 1 : 0)
    })
}

const many: Readonly<Record<FlightUnit, string>> = {
  person: 'people',
  episode: 'episodes',
  decision: 'decisions',
}

function tell({ goal, unit, valueUnit, measured, assumed, plans, words }: PowerDocument): string {
  const { units, days, unitsPerDay } = measured
  const seen = `${styleText('bold', goal)} (${valueUnit}): ${units} ${many[unit]} in ${amount(days, 4)} days${unitsPerDay === null ? '' : `, ${amount(unitsPerDay, 4)} a day`}`
  const basis = `baseline ${amount(assumed.baseline, 4)}, variance ${amount(assumed.variance, 4)}, effect ${amount(assumed.effect, 4)}, ${assumed.arms} arms, ${amount(100 * assumed.share, 4)} % take part`
  const rows = table([['looked at', '', many[unit], 'days'], ...plans.map(row)])
  return [`${seen}\n${basis}`, rows, words].join('\n\n')
}

const row = ({ test, adjusted, units, days }: PowerPlan): readonly string[] => [
  test === 'fixed' ? 'once' : 'at any time',
  adjusted ? 'less what was before' : '',
  units === null ? '?' : `${units}`,
  days === null ? '?' : `${Math.ceil(days)}`,
]
