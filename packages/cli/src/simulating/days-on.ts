import type { WriteStream } from 'node:tty'

/** How far runs are, in place on a terminal; elsewhere nothing is said. */
export function daysOn(
  stream: Pick<WriteStream, 'isTTY' | 'write'>,
  name: string,
  of: number,
): (day: number) => void {
  let told = -1
  return (day) => {
    const percent = Math.floor((100 * day) / of)
    if (!stream.isTTY || percent === told) return
    told = percent
    stream.write(`\r\u001b[K${percent < 100 ? `${name}: ${percent} %` : ''}`)
  }
}
