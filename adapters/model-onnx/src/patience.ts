/**
 * A process that ends while a thread is inside onnxruntime is aborted by it, with a core dump for an exit code. So the end of the
 * process waits, for a while, until the threads noted here are idle.
 */
const threads = new Set<Int32Array>()
const longestWait = 10_000

/** Has the end of the process wait while `busy[0]` is 1, until the returned function is called. */
export function waitAtExit(busy: Int32Array): () => void {
  if (threads.size === 0) process.on('exit', wait)
  threads.add(busy)
  return () => {
    threads.delete(busy)
    if (threads.size === 0) process.off('exit', wait)
  }
}

function wait(): void {
  for (const busy of threads) Atomics.wait(busy, 0, 1, longestWait)
}
