import { type ChildProcess, fork } from 'node:child_process'
import { flushCompileCache } from 'node:module'

/**
 * Runs a module in a process of its own, which is spoken to by messages: whatever native code does to that one, this one
 * goes on. It has the Node options of this one and prints where this one prints.
 *
 * @param words what it finds in `process.argv` after its own path
 */
export function startProcess(module: URL, words: readonly string[] = []): ChildProcess {
  return fork(module, words, {
    execArgv: inheritedOptions(process.execArgv),
    // Knows what JSON does not: NaN, infinity and undefined.
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** Followed by a value of theirs, they tell where a program comes from. */
const program = /^(-e|-p|-pe|--eval|--print|--input-type)(=|$)/

/** The options of Node that a process gets from one that starts it: not where that came from, nor who debugs it. */
export function inheritedOptions(options: readonly string[]): string[] {
  const isValue = (place: number): boolean => {
    const before = options[place - 1] ?? ''
    return program.test(before) && !before.includes('=')
  }
  return options.filter(
    (option, place) => !program.test(option) && !option.startsWith('--inspect') && !isValue(place),
  )
}

/**
 * Called in a process that `startProcess` made: it ends when the one that made it lets go of it or is gone, however that
 * one ended. A terminal signals both: this one leaves it to the other what follows.
 *
 * @param before what is done first
 */
export function endWithParent(before: () => Promise<void> = async () => undefined): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  // Not `process.exit`, by which native code takes itself down: that is where it fails, and it may take its time.
  const end = () =>
    before().finally(() => {
      flushCompileCache()
      process.kill(process.pid, 'SIGKILL')
    })
  process.once('disconnect', end)
  if (!process.connected) end()
}
