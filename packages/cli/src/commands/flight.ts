import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { type FlightDocument, type FlightRequest, HolonError, type StopRequest } from 'holon'
import type { Reached } from '../data/reach.ts'
import { type AddCommand, answer, asJson } from './command.ts'
import { type JudgeWords, judgeGiven, judgeOptions } from './judge-given.ts'

interface Signed {
  readonly by: string
  readonly reason: string
  readonly json?: boolean
}

/** `holon flight start | ramp | stop SYSTEM …`: what is done to flights, signed and with a reason. */
export const flight: AddCommand = (program, done) => {
  const group = program.command('flight').description('start, ramp and stop flights')
  const signed = (command: Command): Command =>
    command
      .requiredOption('--by <who>', 'who stands for it')
      .requiredOption('--reason <text>', 'why; both go into the log')
      .option(...asJson)

  judgeOptions(
    group
      .command('start')
      .description('start a flight as a JSON file says')
      .argument('<system>', 'name of a system')
      .argument('<file>', 'what `POST …/flights` takes, as JSON'),
  )
    .option(...asJson)
    .action(async (system: string, file: string, { json, ...words }: Pick<Signed, 'json'> & JudgeWords) => {
      const judge = judgeGiven(words)
      const request = { ...(await flightIn(file)), ...(judge !== undefined && { judge }) }
      await tell(json, (systems) => systems.startFlight(system, request))
      done(0)
    })

  signed(
    group
      .command('ramp')
      .description('put another share of all people into it')
      .argument('<system>', 'name of a system')
      .argument('<flight>', 'name of the flight')
      .argument('<share>', 'from 0 to 1', Number),
  ).action(async (system: string, name: string, share: number, { by, reason, json }: Signed) => {
    await tell(json, (systems) => systems.rampFlight(system, name, { share, by, reason }))
    done(0)
  })

  signed(
    group
      .command('stop')
      .description('let everybody get what is declared again, or one of its arms')
      .argument('<system>', 'name of a system')
      .argument('<flight>', 'name of the flight')
      .option('--keep <arm>', 'the arm that everybody gets from now on'),
  ).action(
    async (system: string, name: string, { keep, by, reason, json }: Signed & Pick<StopRequest, 'keep'>) => {
      const request = { by, reason, ...(keep !== undefined && { keep }) }
      await tell(json, (systems) => systems.stopFlight(system, name, request))
      done(0)
    },
  )
}

async function tell(
  json: boolean | undefined,
  act: (systems: Reached) => Promise<FlightDocument>,
): Promise<void> {
  const { reachSystems } = await import('../data/reach.ts')
  const { tellFlight } = await import('./flights.ts')
  const made = await reachSystems(act)
  answer(json, made, () => tellFlight(made))
}

/** What a file says a flight is; the system checks the rest. @throws HolonError `data-invalid` */
export async function flightIn(file: string): Promise<FlightRequest> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new HolonError(
      'data-invalid',
      `${file} holds no flight: ${cause instanceof Error ? cause.message : cause}`,
      'Give a file with JSON: { "name", "about", "decision", "arms", "share", "by", "reason" }.',
      { cause },
    )
  }
}
