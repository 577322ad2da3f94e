import { createWriteStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type DecisionLog, HolonError } from 'holon'
import { type AddCommand, answer, asJson } from './command.ts'

const page = 5_000

interface Options {
  readonly vw?: string
  readonly reward?: string
  readonly json?: boolean
}

/**
 * `holon export FILE`: the whole log as JSON lines, `-` for standard output. What is sealed stays sealed. With `--vw`, the
 * decisions of one point with their rewards as Vowpal Wabbit reads them.
 */
export const exportLog: AddCommand = (program, done) => {
  program
    .command('export')
    .description('write the log as JSON lines; what is sealed stays sealed')
    .argument('<file>', 'a new file, or - for standard output')
    .option('--vw <system/decision>', 'the latest decisions of one point, for Vowpal Wabbit')
    .option('--reward <name>', 'with --vw: a goal about the decision, or one of its feedbacks')
    .option(...asJson)
    .action(async (file: string, { json, vw, reward }: Options) => {
      const { openBeside, usualFolder } = await import('@holon/embedded')
      const isFile = file !== '-'
      if (isFile && existsSync(file)) throw exists(file)
      if (vw !== undefined) {
        const entries = await writeLogged(file, vw, reward)
        if (isFile) answer(json, { file: resolve(file), entries }, () => `${entries} decisions in ${file}`)
        return done(0)
      }
      const beside = await openBeside(usualFolder())
      try {
        const counted = { entries: 0 }
        const lines = Readable.from(linesOf(beside.log, counted))
        if (isFile) await pipeline(lines, createWriteStream(file, { flags: 'wx' }))
        else await pipeline(lines, process.stdout, { end: false })
        if (isFile)
          answer(json, { file: resolve(file), ...counted }, () => `${counted.entries} entries in ${file}`)
      } finally {
        await beside.close()
      }
      done(0)
    })
}

/** Writes decisions whose reward is there, and says how many. */
async function writeLogged(file: string, point: string, reward: string | undefined): Promise<number> {
  const [system = '', decision = ''] = point.split('/')
  if (reward === undefined)
    throw new HolonError('config-invalid', 'It is not said what the reward is.', 'Give --reward.')
  const { reachSystems } = await import('../data/reach.ts')
  const { linesOf: vowpalWabbit } = await import('../data/vowpal-wabbit.ts')
  const logged = await reachSystems((systems) => systems.logged(system, decision, { reward }))
  const lines = vowpalWabbit(logged)
  const out = lines.map((line) => `${line}\n`)
  if (file === '-') await pipeline(Readable.from(out), process.stdout, { end: false })
  else await pipeline(Readable.from(out), createWriteStream(file, { flags: 'wx' }))
  return lines.length
}

async function* linesOf(log: DecisionLog, counted: { entries: number }): AsyncGenerator<string> {
  for (let position = 0; ; ) {
    const stored = await log.read(position, page)
    const last = stored.at(-1)
    if (last === undefined) return
    yield stored.map((one) => `${JSON.stringify(one)}\n`).join('')
    counted.entries += stored.length
    position = last.position
  }
}

function exists(file: string): HolonError {
  return new HolonError('config-invalid', `${resolve(file)} is there already.`, 'Choose another file.')
}
