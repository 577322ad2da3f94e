import { expect, it } from 'vitest'
import { z } from 'zod'
import { policy } from '../decide/policies/custom.ts'
import { memoryLog, virtualClock } from '../memory/index.ts'
import type { EventEntry } from '../spec/record.ts'
import { decision } from '../system/decision.ts'
import { type Action, allow, clamp, latch, replace } from '../system/guardrail.ts'
import { defineSystem } from '../system/system.ts'
import { actuator } from './actuator.ts'
import { open } from './open.ts'

interface Heats {
  off: unknown
  on: { duty: number }
}

const heat = decision('heat', {
  does: 'heats',
  context: z.object({ celsius: z.number().meta({ dataClass: 'public' }) }),
  example: { celsius: 20 },
  experiences: {
    off: { style: 'silent' },
    on: { style: 'automate', parameters: z.object({ duty: z.number() }), fill: () => ({ duty: 1 }) },
  },
  policy: policy('on', () => ({ on: 1 })),
  guardrails: [
    {
      name: 'half power',
      promise: 'never more than half',
      check: ({ action }) =>
        action.experience === 'on' && action.parameters.duty > 0.5
          ? clamp({ duty: 0.5 }, 'too much')
          : allow(),
    },
    {
      name: 'hot',
      promise: 'off above 200',
      check: ({ context, action }) =>
        context.celsius > 200 && action.experience === 'on' ? replace('off', 'it is hot') : allow(),
    },
    {
      name: 'sensor',
      promise: 'off with a sensor that lies, until it is mended',
      latches: 'off',
      check: ({ context }) => {
        if (context.celsius === 13) throw new TypeError('thirteen')
        return context.celsius < -50 ? latch('the sensor lies') : allow()
      },
    },
  ],
  fallback: 'off',
  feedback: {},
  mistakes: [],
})

async function heater() {
  const clock = virtualClock()
  const log = memoryLog()
  const holon = await open(
    defineSystem('oven', { purpose: 'heat', people: [], decisions: [heat], goals: [] }),
    { clock, log },
  )
  const applied: string[] = []
  const gate = actuator(holon, heat, {
    safe: { experience: 'off', parameters: null },
    within: '200 milliseconds',
    apply: (action: Action<Heats>) =>
      applied.push(action.experience === 'on' ? `on ${action.parameters.duty}` : 'off'),
    clock,
  })
  const permit = (celsius: number, duty = 0.4) => {
    gate.permit({ experience: 'on', parameters: { duty } }, { celsius })
    return applied.at(-1)
  }
  const events = async () =>
    (await log.read(0, 100))
      .map(({ entry }) => entry as EventEntry)
      .flatMap((entry) => (entry.kind === 'event' ? [entry.details.guardrail] : []))
  return { holon, clock, gate, permit, applied, events }
}

it('is safe at first, passes what guardrails allow, clamps and stops the rest', async () => {
  const { permit, applied } = await heater()
  expect(applied).toEqual(['off'])
  expect([permit(20), permit(20, 0.9), permit(201), permit(13), permit(20)]).toEqual([
    'on 0.4',
    'on 0.5',
    'off',
    'off',
    'on 0.4',
  ])
})

it('goes to the safe action when no fresh permission comes within its time', async () => {
  const { permit, clock, applied, gate } = await heater()
  permit(20)
  clock.advance(150)
  permit(20)
  clock.advance(199)
  expect(applied.at(-1)).toBe('on 0.4')
  clock.advance(1)
  expect(applied.at(-1)).toBe('off')
  expect(permit(20)).toBe('on 0.4')
  gate.stop()
  expect(applied.at(-1)).toBe('off')
  expect(permit(20)).toBe('off')
})

it('latches for the decision too, and records each run of interventions once', async () => {
  const { permit, holon, events } = await heater()
  for (let i = 0; i < 50; i++) permit(20, 0.9)
  permit(-60)
  await expect.poll(() => holon.latches().map((one) => one.guardrail)).toEqual(['sensor'])
  expect(permit(20)).toBe('off')
  expect((await holon.decide('heat', { celsius: 20 })).experience).toBe('off')
  await expect.poll(events).toEqual(['half power', 'sensor', 'sensor'])
  await holon.resetLatch({
    decision: 'heat',
    guardrail: 'sensor',
    by: 'the electrician',
    reason: 'new sensor',
  })
  expect(permit(20)).toBe('on 0.4')
})
