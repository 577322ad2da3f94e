const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Does work that leaves something behind unless it ends in good order. A signal ends the work, then the process as without
 * us; a second one ends the process at once.
 */
export async function stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController()
  const stop = (name: NodeJS.Signals): void => stopping.abort(name)
  for (const name of signals) process.once(name, stop)
  try {
    return await work(stopping.signal)
  } finally {
    for (const name of signals) process.off(name, stop)
    if (stopping.signal.aborted) process.kill(process.pid, stopping.signal.reason)
  }
}
