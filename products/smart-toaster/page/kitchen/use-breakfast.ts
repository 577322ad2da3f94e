import type { AnswerOf } from 'holon'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Bread, Slice } from '../../domain/bread.ts'
import { darkening, type Shade } from '../../domain/shade.ts'
import type { smartToaster } from '../../system.ts'
import type { State } from '../appliance/messages.ts'
import { command, currentState, decideAlone, put, subscribe } from '../appliance/toaster.ts'
import { client } from '../holon.ts'
import { useMemory } from '../memory/memory.ts'
import type { Course } from './story.ts'

/** What a person asks for. */
export interface Order {
  readonly slice: Slice
  readonly shade: Shade
}

/** A point of the curve: seconds of heat, C of the face. */
export interface Point {
  readonly heated: number
  readonly surface: number
}

/** A toast, from the press to the plate. */
export interface Toast extends Omit<Course, 'saved' | 'fuseOpen'> {
  readonly order: Order
  readonly phase: 'deciding' | 'wait' | 'toasting' | 'done'
  readonly aimed: number
  /** Recorded under this answer; undefined when the toaster decided by itself. */
  readonly answer: AnswerOf<typeof smartToaster, 'toast'> | undefined
  readonly points: readonly Point[]
  /** Joules the toaster had taken before. */
  readonly energyBefore: number
  /** How it came out, once it is done. */
  readonly end: State | undefined
}

/** Nobody waits longer than this for a server before a slice of bread. */
const patience = 3_000

/** Starts that were ordered. */
let starts = 0

/** Loaves differ; the one of this kitchen is drawn once for each kind, and nobody knows how. */
const loaves = new Map<Bread, number>()

/** The toast of this page: what is in the toaster, and what to do with it. */
export function useBreakfast(isModelBroken: boolean) {
  const [toast, setToast] = useState<Toast>()
  const { person, judged } = useMemory()
  const current = useRef(toast)
  current.current = toast
  const change = useCallback((next: Partial<Toast>) => {
    setToast((before) => before && { ...before, ...next })
  }, [])

  useEffect(
    () =>
      subscribe(() => {
        const [state, now] = [currentState(), current.current]
        if (state === undefined || now?.phase !== 'toasting' || state.starts < starts) return
        if (!state.look.down) {
          change({ phase: 'done', end: state })
          tellOutcome(now, state)
        } else if (state.seconds === 0 && !state.look.heating) command({ do: 'stop' })
        else if (state.heated >= (now.points.at(-1)?.heated ?? -1) + 1) {
          change({ points: [...now.points, pointOf(state)] })
        }
      }),
    [change],
  )

  const press = useCallback(
    async (order: Order) => {
      const fresh = {
        phase: 'deciding',
        seconds: 0,
        aimed: 0,
        guardrails: [],
        code: undefined,
        degraded: false,
      } as const
      setToast({
        ...fresh,
        order,
        answer: undefined,
        points: [],
        energyBefore: currentState()?.look.energy ?? 0,
        end: undefined,
      })
      const measured = await put(order.slice, loafOf(order.slice.bread))
      const context = { ...measured, shade: order.shade, judged: [...judged] }
      const decided = isModelBroken ? undefined : await askServer(context, person)
      const { experience, ...plan } = decided ?? { ...(await decideAlone(context)), answer: undefined }
      const degraded = plan.code !== undefined || (decided === undefined && experience === 'dial')
      if (experience === 'wait') {
        command({ do: 'stop' })
        change({ ...plan, degraded, phase: 'wait' })
        return
      }
      starts++
      command({ do: 'start', seconds: plan.seconds })
      change({ ...plan, degraded, phase: 'toasting' })
    },
    [isModelBroken, judged, person, change],
  )

  const stop = useCallback(() => {
    command({ do: 'stop' })
    client.feedback(current.current?.answer?.id ?? null, 'stopped', true)
  }, [])

  return { toast, press, stop }
}

type Context = Parameters<typeof decideAlone>[0]

/** What the server decides; undefined when it does not answer, and the toaster has to do it alone. */
async function askServer(context: Context, subject: string) {
  const answer = await client.decide(
    'toast',
    { ...context, judged: [...context.judged] },
    { subject, timeout: patience, fallback: 'dial' },
  )
  if (answer.id === null) return undefined
  client.exposure(answer.id)
  const { experience, parameters, guardrails, code } = answer
  return { experience, ...parameters, guardrails, code, answer }
}

function tellOutcome({ answer, aimed, order, energyBefore }: Toast, { look }: State): void {
  const id = answer?.id ?? null
  client.feedback(id, 'wattHours', (look.energy - energyBefore) / 3600)
  client.feedback(id, 'smokeAlarm', look.alarm)
  client.feedback(id, 'missed', Math.min(66, Math.abs(look.darkening - darkening[order.shade] - aimed)))
}

function pointOf({ look, heated }: State): Point {
  return { heated, surface: look.surface }
}

function loafOf(bread: Bread): number {
  const known = loaves.get(bread) ?? Math.exp(0.24 * (Math.random() - 0.5))
  loaves.set(bread, known)
  return known
}
