import { allow, component, decision, latch, policy, replace } from 'holon'
import { z } from 'zod'
import { nominalDuty } from './domain/duty.ts'
import { eye, limits } from './domain/limits.ts'

const open = { dataClass: 'public' } as const
const seconds = () => z.number().min(0).max(3600).meta(open)
const celsius = () => z.number().min(-60).max(600).meta(open)

export const watch = component('watch over the sensors', {
  does: 'keeps what readings were like lately: how hot, how still, how jumpy, how silent',
})

/** What is sensed in one fiftieth of a second. */
export const HeatContext = z.object({
  /** Seconds this toast is to take; 0 when there is none. */
  seconds: z.number().min(0).max(100_000).meta(open),
  /** Seconds the heater was on in this toast. */
  heated: seconds(),
  /** C, the latest reading of the face. */
  surface: celsius(),
  /** Seconds since there was a reading, and since it last changed. */
  silent: seconds(),
  still: seconds(),
  /** C between the last two readings. */
  jump: z.number().min(0).max(600).meta(open),
  wall: celsius(),
  /** C of the case when this toast started. */
  startWall: celsius(),
  /** Watts at full duty. */
  power: z.number().min(0).max(2000).meta(open),
})
export type HeatContext = z.output<typeof HeatContext>

/** The fast decision: fifty times a second, heat or not. */
export const heat = decision('heat', {
  does: 'says how much the heater gives now',
  context: HeatContext,
  example: {
    seconds: 140,
    heated: 60,
    surface: 66,
    silent: 0,
    still: 0,
    jump: 1.5,
    wall: 35,
    startWall: 21,
    power: 850,
  },
  uses: [watch],
  experiences: {
    off: { style: 'silent' },
    on: {
      style: 'automate',
      undo: 'press "Stop": the bread comes up at once',
      parameters: z.object({ duty: z.number().min(0).max(1) }),
      fill: ({ context }) => ({ duty: context.power > 0 ? nominalDuty(context.power) : 0 }),
    },
  },
  policy: policy('until the time is over', (_, context) => {
    const { heated, seconds } = context as HeatContext
    return heated < seconds ? { on: 1 } : { off: 1 }
  }),
  guardrails: [
    {
      name: 'heater time',
      promise: 'The heater is never on for more than 260 seconds of one toast.',
      check: ({ context, action }) =>
        action.experience === 'on' && context.heated >= limits.longest
          ? replace('off', 'the longest time is over')
          : allow(),
    },
    {
      name: 'too hot',
      promise: 'No heat for bread that is about to burn, or a case that is too hot.',
      check: ({ context, action }) =>
        action.experience === 'on' && (context.surface >= limits.surface || context.wall >= limits.wall)
          ? replace('off', context.surface >= limits.surface ? 'the bread is too hot' : 'the case is too hot')
          : allow(),
    },
    {
      name: 'cool start',
      promise: 'No heat for a toast that was started in a hot toaster.',
      check: ({ context, action }) =>
        action.experience === 'on' && context.startWall > limits.coolStart
          ? replace('off', 'the toaster was still hot when the lift went down')
          : allow(),
    },
    {
      name: 'an eye that lies',
      promise: 'Once the eye says what cannot be, there is no heat until a person has looked at it.',
      latches: 'off',
      check: ({ context, action }) => {
        const lie = action.experience === 'on' ? lieOf(context) : undefined
        return lie === undefined ? allow() : latch(lie)
      },
    },
  ],
  fallback: 'off',
  feedback: { fault: { value: z.boolean(), asks: 'Did a person find a fault?' } },
  mistakes: [
    {
      name: 'heat for an eye that lies',
      harms: 'household',
      harm: 'smoke, at worst fire: what is not seen is not ended',
      cost: 10_000,
      noticedBy: ['fault'],
      limitedBy: ['an eye that lies', 'heater time', 'thermal fuse'],
      owner: 'safety engineer',
    },
    {
      name: 'a good eye called a liar',
      harms: 'eater',
      harm: 'no toast until somebody looks at the toaster',
      cost: 5,
      noticedBy: ['fault'],
      limitedBy: ['four plain signs, each far from what an honest eye says'],
      owner: 'safety engineer',
    },
  ],
})

/** What the eye says that cannot be, in words. */
function lieOf({ silent, still, jump, heated, surface }: HeatContext): string | undefined {
  if (silent >= eye.silent) return 'the eye says nothing'
  if (still >= eye.still) return 'the eye says the very same all the time'
  if (jump > eye.jump) return 'the eye jumps'
  return heated >= eye.cold.after && surface < eye.cold.below ? 'the eye sees nothing get warm' : undefined
}
