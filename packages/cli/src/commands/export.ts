import { createWriteStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type DecisionLog, HolonError } from 'holon'
import { type AddCommand, answer, asJson } from './command.ts'

const page = 5_000

/** `holon export FILE`: the whole log as JSON lines, `-` for standard output. What is sealed stays sealed. */
export const exportLog: AddCommand = (program, done) => {
  program
    .command('export')
    .description('write the log as JSON lines; what is sealed stays sealed')
    .argument('<file>', 'a new file, or - for standard output')
    .option(...asJson)
    .action(async (file: string, { json }: { json?: boolean }) => {
      const { openBeside, usualFolder } = await import('@holon/embedded')
      const isFile = file !== '-'
      if (isFile && existsSync(file)) throw exists(file)
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
