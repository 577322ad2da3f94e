const pause = 500

/**
 * Calls back when npm is gone that started this process. npm runs a command through a shell that passes on no signal: who
 * stops npm, a supervisor or a container for example, means the command. Started otherwise, nothing is watched.
 *
 * @returns stops watching
 */
export function whenNpmIsGone(
  call: () => void,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): () => void {
  if (environment.npm_lifecycle_event === undefined) return () => undefined
  const shell = Number(environment.HOLON_PARENT ?? process.ppid)
  const timer = setInterval(() => {
    if (!isRunning(shell)) call()
  }, pause)
  return () => clearInterval(timer)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
