import { findProducts } from '../products/find.ts'
import { banner } from '../serving/banner.ts'
import { keysFor, keysInWords, listenToKeys } from '../serving/keys.ts'
import { whenNpmIsGone } from '../serving/parent.ts'
import { progressOn } from '../serving/progress.ts'
import { settingsFrom } from '../serving/settings.ts'
import type { Serving } from '../serving/start.ts'
import type { AddCommand } from './command.ts'

const help = `
Environment:
  PORT           port to listen on (default 4321, or the next free one)
  HOST           address to listen on (default 127.0.0.1; another one needs HOLON_API_KEY)
  HOLON_DATA     folder of all data (default .holon)
  HOLON_DEMO     on: simulated people, switches to break models, simulations in the studio; off: none of these;
                 a number: on, and so many times as many people come (default on)
  HOLON_API_KEY  key that callers must send`

/** `holon serve [systems...]`: API, studio, product pages and simulated people, until it is told to stop. */
export const serve: AddCommand = (program, done) => {
  program
    .command('serve')
    .description('serve systems: API, studio and product pages')
    .argument('[systems...]', 'names of systems, or paths of products; default all')
    .option('--json', 'tell with one line of JSON where everything is')
    .addHelpText('after', help)
    .action(async (names: string[], { json }: { json?: boolean }) => {
      const { startServing } = await import('../serving/start.ts')
      const settings = settingsFrom(process.env)
      const tell = { progress: progressOn(process.stderr), notice: (text: string) => console.error(text) }
      const serving = await startServing(await findProducts(names), settings, tell)
      await untilStopped((quit) => {
        if (json === true) return sayInJson(serving)
        return sayToPerson(serving, settings.demo, quit)
      })
      await serving.stop()
      done(0)
    })
}

/**
 * Resolves when a signal comes, npm is gone, or `quit` is called. A second signal ends the process at once, as without us.
 */
async function untilStopped(begin: (quit: () => void) => (() => void) | undefined): Promise<void> {
  const endings: (() => void)[] = []
  await new Promise<void>((resolve) => {
    // Before anything is said: whoever reads it may answer with a signal.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    endings.push(begin(resolve) ?? (() => undefined), whenNpmIsGone(resolve))
  })
  for (const end of endings) end()
}

function sayInJson({ address, folder, systems, pages }: Serving): undefined {
  const known = systems.map(({ name }) => ({
    name,
    ...(pages.includes(name) && { page: `${address}/products/${name}/` }),
  }))
  console.log(
    JSON.stringify({
      studio: `${address}/`,
      api: `${address}/api/v1`,
      docs: `${address}/api/v1/docs/`,
      data: folder,
      systems: known,
    }),
  )
}

function sayToPerson(serving: Serving, demo: boolean, quit: () => void): (() => void) | undefined {
  const keys = process.stdin.isTTY ? keysFor(serving.systems, serving.address, quit) : undefined
  console.log(banner(serving, { demo, keys: keys && keysInWords(keys) }))
  return keys && listenToKeys(process.stdin, keys, (text) => console.log(`  ${text}`))
}
