import { spawn } from 'node:child_process'
import { emitKeypressEvents } from 'node:readline'
import type { ReadStream } from 'node:tty'
import type { Fault, Running } from 'holon'

const slowness = 2_000

/** A key and what it does. */
interface Key {
  readonly does: string
  press(): Promise<string | undefined>
}

/** The keys of a terminal while systems are served. `quit` ends serving. */
export function keysFor(
  systems: readonly Running[],
  address: string,
  quit: () => void,
): Readonly<Record<string, Key>> {
  const put = (fault: Fault, said: string) => async (): Promise<string> => {
    const names = await setFaults(systems, fault)
    return names.length === 0 ? 'There is no model to switch.' : `${names.join(', ')}: ${said}`
  }
  return {
    k: {
      does: 'kill the models',
      press: put({ kind: 'dead' }, 'dead. The products go on by their fallback.'),
    },
    s: {
      does: 'slow them',
      press: put({ kind: 'slow', milliseconds: slowness }, `slowed by ${slowness / 1000} s.`),
    },
    r: { does: 'restore them', press: put({ kind: 'none' }, 'restored.') },
    o: {
      does: 'open the studio',
      press: async () => {
        openInBrowser(`${address}/`)
        return undefined
      },
    },
    q: {
      does: 'quit',
      press: async () => {
        quit()
        return undefined
      },
    },
  }
}

/** The keys in one line: `k kill the models, q quit`. */
export function keysInWords(keys: Readonly<Record<string, Key>>): string {
  return Object.entries(keys)
    .map(([name, { does }]) => `${name} ${does}`)
    .join(', ')
}

/** Listens to a terminal until the returned function is called. */
export function listenToKeys(
  terminal: ReadStream,
  keys: Readonly<Record<string, Key>>,
  tell: (text: string) => void,
): () => void {
  const pressed = (
    _: string | undefined,
    { name = '', ctrl = false }: { name?: string; ctrl?: boolean },
  ): void => {
    const key = ctrl && name === 'c' ? keys.q : keys[name]
    key?.press().then(
      (text) => text !== undefined && tell(text),
      (error: unknown) => tell(String(error)),
    )
  }
  emitKeypressEvents(terminal)
  terminal.setRawMode(true)
  terminal.on('keypress', pressed)
  terminal.resume()
  return () => {
    terminal.off('keypress', pressed)
    terminal.setRawMode(false)
    terminal.pause()
  }
}

/** Breaks or restores every model of every system; answers their names. */
async function setFaults(systems: readonly Running[], fault: Fault): Promise<readonly string[]> {
  const models = systems.flatMap((system) =>
    system
      .document()
      .components.flatMap(({ name, model }) => (model === undefined ? [] : [{ system, name }])),
  )
  await Promise.all(models.map(({ system, name }) => system.setFault(name, fault)))
  return models.map(({ name }) => name)
}

function openInBrowser(url: string): void {
  const [command, ...words] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open']
  const child = spawn(command as string, [...words, url], { stdio: 'ignore', detached: true })
  // A machine without a desktop has nothing to open it with; the address stands in the block above.
  child.on('error', () => undefined)
  child.unref()
}
