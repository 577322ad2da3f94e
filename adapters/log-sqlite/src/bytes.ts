import { stat } from 'node:fs/promises'

/** What a log takes on the disk, its write-ahead log included; in bytes. */
export async function bytesOf(file: string): Promise<number> {
  const [log, ahead] = await Promise.all([sizeOf(file), sizeOf(`${file}-wal`)])
  return log + ahead
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch {
    return 0
  }
}
