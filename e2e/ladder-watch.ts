import { sqliteLog } from '@holon/log-sqlite'
import { sqliteRegistry } from '@holon/registry-sqlite'
import { sqliteVault } from '@holon/vault-sqlite'
import {
  type DecisionLog,
  type Duration,
  decision,
  defineSystem,
  open,
  person,
  policy,
  type Registry,
} from 'holon'
import { z } from 'zod'

const carer = person('carer', { wants: 'to know when help is needed' })

const fall = (wait: Duration) =>
  decision('fall', {
    does: 'asks whether somebody fell, and calls for help',
    context: z.object({ place: z.string() }),
    example: { place: 'stairs' },
    experiences: {
      ask: { style: 'prompt', forcefulness: 0.6 },
      call: {
        style: 'automate',
        forcefulness: 0.8,
        handsOver: { to: carer, within: '1 hour', answer: 'helped', asks: 'Were you there?' },
      },
      emergency: { style: 'automate', forcefulness: 1 },
    },
    policy: policy('always', () => ({ ask: 1 })),
    ladder: {
      steps: [{ experience: 'ask', wait }, { experience: 'call', wait }, { experience: 'emergency' }],
      endedBy: ['fine'],
    },
    fallback: 'ask',
    feedback: { fine: { value: z.boolean() }, helped: { value: z.boolean() } },
    mistakes: [],
  })

const watch = (wait: Duration) =>
  defineSystem('watch', {
    purpose: 'help after a fall',
    people: [carer],
    decisions: [fall(wait)],
    goals: [],
  })

/** Asked before and after every call that makes something durable, with its number. */
export type Meanwhile = (call: number) => void

/** The watch over the files of a folder. `meanwhile` may kill the process at any of its calls. */
export async function openWatch(
  folder: string,
  meanwhile: Meanwhile = () => undefined,
  wait: Duration = '100 milliseconds',
) {
  const log = await sqliteLog({ file: `${folder}/log.db` })
  const registry = await sqliteRegistry({ file: `${folder}/registry.db` })
  const vault = await sqliteVault({ file: `${folder}/vault.db` })
  let calls = 0
  async function around<T>(call: () => Promise<T>): Promise<T> {
    meanwhile(++calls)
    const result = await call()
    meanwhile(++calls)
    return result
  }
  const watched: DecisionLog = { ...log, append: (entries) => around(() => log.append(entries)) }
  const kept: Registry = {
    ...registry,
    write: (changes) => {
      const follows = changes.some(({ collection }) => /^(ladders|queue)\//.test(collection))
      return follows ? around(() => registry.write(changes)) : registry.write(changes)
    },
  }
  const running = await open(watch(wait), { log: watched, registry: kept, vault })
  const close = async () => {
    await running.close()
    await Promise.all([log.close(), registry.close(), vault.close()])
  }
  return { running, log, close }
}
