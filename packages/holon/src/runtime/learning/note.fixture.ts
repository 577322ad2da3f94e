import { z } from 'zod'
import { type BanditInit, bandit } from '../../decide/policies/bandit.ts'
import { policy } from '../../decide/policies/custom.ts'
import { squareCB } from '../../decide/policies/explorers.ts'
import { thresholds } from '../../decide/policies/thresholds.ts'
import { type VirtualClock, virtualClock } from '../../memory/clock.ts'
import { memoryLog } from '../../memory/log.ts'
import { memoryRegistry } from '../../memory/registry.ts'
import { memoryVault } from '../../memory/vault.ts'
import type { Model } from '../../spec/model.ts'
import { seededRandom } from '../../stats/index.ts'
import { decision } from '../../system/decision.ts'
import { allow, replace } from '../../system/guardrail.ts'
import { model } from '../../system/model.ts'
import { probability } from '../../system/prediction.ts'
import { defineSystem, type System } from '../../system/system.ts'
import { type Holon, open } from '../open.ts'
import type { OpenOptions } from '../options.ts'

export const hour = 3_600_000
export const day = 24 * hour

const Moment = z.object({
  busy: z.number().min(0).max(1).meta({ dataClass: 'public' }),
  place: z.enum(['home', 'library']).meta({ dataClass: 'public' }),
  diary: z.string(),
})

const forgets = model('forgets', {
  does: 'says how likely somebody forgets',
  features: z.object({ busy: z.number() }),
  predicts: probability(),
})

type Names = 'nothing' | 'note' | 'call'

/** Everything with the same probability, or what few know to forget. */
export const evenly = policy<number, Names>('evenly', () => ({ nothing: 1, note: 1, call: 1 }))
export const careful = thresholds({ note: 0.5 }, { otherwise: 'nothing' })

/** Reminds people, and learns how: a note helps those who are not busy, a call those who are; nobody is called in a library. */
export const notes = (init: Partial<BanditInit<number, Names>> = {}, asVariant = false) => {
  const learns = bandit<number, Names>({ explore: squareCB(), reward: 'helped', until: evenly, ...init })
  return defineSystem('notes', {
    purpose: 'nothing is forgotten',
    people: [],
    decisions: [
      decision('remind', {
        does: 'reminds',
        context: Moment,
        example: { busy: 0.5, place: 'home', diary: '' },
        model: forgets.from(({ busy }: z.output<typeof Moment>) => ({ busy })),
        experiences: {
          nothing: { style: 'silent' },
          note: { style: 'annotate' },
          call: { style: 'automate' },
        },
        policy: asVariant ? careful : learns,
        ...(asVariant && { variants: { learning: { does: 'learns', policy: learns } } }),
        guardrails: [
          {
            name: 'quiet library',
            promise: 'nobody is called in a library',
            check: ({ context, action }) =>
              context.place === 'library' && action.experience === 'call'
                ? replace('note', 'library')
                : allow(),
          },
        ],
        fallback: 'nothing',
        feedback: { helped: { value: z.boolean(), within: '1 day', otherwise: false } },
        mistakes: [],
      }),
    ],
    goals: [],
  })
}

const forgetting: Model = {
  version: { name: 'forgets', version: '1', kind: 'function' },
  predict: ({ busy }) => 0.2 + 0.6 * (busy as number),
}

export const chanceOfHelp = (experience: string, busy: number): number =>
  experience === 'nothing' ? 0.1 : experience === 'note' ? 0.7 - 0.5 * busy : 0.2 + 0.6 * busy

/** Ports that outlive a system opened on them. */
export const ports = (seed = 'notes') => ({
  log: memoryLog(),
  registry: memoryRegistry(),
  vault: memoryVault(),
  clock: virtualClock(Date.UTC(2026, 0, 1)),
  random: seededRandom(seed),
  models: { forgets: forgetting },
})

/** The system at work. */
export type Notes = Holon<ReturnType<typeof notes>>

export const openNotes = (system: System, kept: OpenOptions): Promise<Notes> =>
  open(system, kept) as unknown as Promise<Notes>

/** Lives through so many decisions, a minute each. What helped is said `after` milliseconds; what did not, never. */
export async function live(
  holon: Notes,
  clock: VirtualClock,
  { decisions, seed = 'people', after = 0 }: { decisions: number; seed?: string; after?: number },
): Promise<readonly string[]> {
  const world = seededRandom(seed)
  const ids: string[] = []
  const back: Promise<void>[] = []
  for (let i = 0; i < decisions; i++) {
    const busy = world.next()
    const place = world.next() < 0.3 ? 'library' : 'home'
    const { id, experience } = await holon.decide(
      'remind',
      { busy, place, diary: 'secret' },
      { subject: `${seed}-${i % 97}` },
    )
    ids.push(id)
    if (world.next() < chanceOfHelp(experience, busy)) {
      if (after === 0) await holon.feedback(id, 'helped', true)
      else clock.after(after, () => back.push(holon.feedback(id, 'helped', true)))
    }
    clock.advance(60_000)
  }
  if (after > 0) clock.advance(after)
  await Promise.all(back)
  return ids
}
