import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { AttackData } from './attack.thread.ts'
import type { Attacked } from './attack.ts'

/** Attacks all products there are, as many at once as there are processors, each in a thread of its own. In their order. */
export async function attackAll(
  count: number,
  { steps, seed, onEnd }: Omit<AttackData, 'place'> & { readonly onEnd: (attacked: Attacked) => void },
): Promise<readonly Attacked[]> {
  const attacked: Attacked[] = []
  let next = 0
  const work = async () => {
    for (let place = next++; place < count; place = next++) {
      const one = await inThread({ place, steps, seed })
      attacked[place] = one
      onEnd(one)
    }
  }
  await Promise.all(Array.from({ length: Math.min(count, availableParallelism()) }, work))
  return attacked
}

/** `once` rejects with the error that a thread dies of. */
async function inThread(data: AttackData): Promise<Attacked> {
  const file = new URL(`./attack.thread${extname(import.meta.url)}`, import.meta.url)
  const thread = new Worker(file, { workerData: data })
  try {
    const [attacked] = (await once(thread, 'message')) as [Attacked]
    return attacked
  } finally {
    await thread.terminate()
  }
}
