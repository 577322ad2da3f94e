import type { WriteStream } from 'node:tty'

const pause = 2_000

/** Tells how far the warehouse is: in place on a terminal, otherwise a line now and then. A quick catch-up is not worth a word. */
export function progressOn(stream: WriteStream): (done: number, of: number) => void {
  let told = performance.now()
  let isOpen = false
  return (done, of) => {
    const now = performance.now()
    const isLast = done >= of
    if (now - told < (stream.isTTY ? pause / 20 : pause) && !(isLast && isOpen)) return
    told = now
    const text = `Bringing the warehouse up to date: ${Math.floor((100 * done) / Math.max(1, of))} %`
    stream.write(stream.isTTY ? `\r${text}${isLast ? '\n' : ''}` : `${text}\n`)
    isOpen = !isLast
  }
}
