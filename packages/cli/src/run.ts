import { Command, CommanderError } from 'commander'
import { backup } from './commands/backup.ts'
import { check } from './commands/check.ts'
import type { AddCommand } from './commands/command.ts'
import { doctor } from './commands/doctor.ts'
import { erase } from './commands/erase.ts'
import { evaluate } from './commands/evaluate.ts'
import { exportLog } from './commands/export.ts'
import { fairness } from './commands/fairness.ts'
import { flight } from './commands/flight.ts'
import { flights } from './commands/flights.ts'
import { indicators } from './commands/indicators.ts'
import { learn } from './commands/learn.ts'
import { learned } from './commands/learned.ts'
import { loops } from './commands/loops.ts'
import { offpolicy } from './commands/offpolicy.ts'
import { power } from './commands/power.ts'
import { replay } from './commands/replay.ts'
import { report } from './commands/report.ts'
import { serve } from './commands/serve.ts'
import { simulate } from './commands/simulate.ts'
import { verify } from './commands/verify.ts'
import { exitCodeOf, tellError } from './terminal/error.ts'
import { version } from './version.ts'

const commands: readonly AddCommand[] = [
  serve,
  check,
  verify,
  simulate,
  replay,
  loops,
  fairness,
  offpolicy,
  learn,
  learned,
  power,
  flights,
  report,
  indicators,
  flight,
  evaluate,
  doctor,
  erase,
  exportLog,
  backup,
]

/**
 * Runs the `holon` command with the words behind it and answers the exit code: 0 fine, 1 found something wrong, 2 misuse.
 */
export async function run(words: readonly string[]): Promise<number> {
  const program = new Command('holon')
    .description('Run, check, replay and measure products with machine-learning components.')
    .version(version)
    .option('--verbose', 'show where an error comes from')
    .exitOverride()
    .showHelpAfterError('holon --help lists what can be done.')
  let code = 0
  for (const add of commands) {
    add(program, (result) => {
      code = result
    })
  }
  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const isJson = words.includes('--json')
    process.stderr.write(tellError(error, { json: isJson, verbose: words.includes('--verbose') }))
    return exitCodeOf(error)
  }
}
