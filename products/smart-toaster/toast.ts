import { allow, clamp, component, decision, expectedUtility, model, number, replace } from 'holon'
import { z } from 'zod'
import { breads } from './domain/bread.ts'
import { dialSeconds, limits, longestFor, secondsToCool } from './domain/limits.ts'
import { aimedDarkening, bestSeconds, chanceRight, type Outlook, wantedDarkening } from './domain/seconds.ts'
import { darkening, darkest, shades, verdicts } from './domain/shade.ts'
import { tasteOf } from './domain/taste.ts'
import { ToastFeatures, toastFeatures } from './model/features.ts'

export const scale = component('scale and eye of the toaster', {
  does: 'weighs the slice, feels its water, sees how warm its face is',
})
export const tastes = component('tastes', {
  does: 'learns from verdicts how much darker than the words say a person likes toast',
})

export const timeModel = model('toasting-time', {
  does: 'says how many seconds a slice needs to become so dark',
  features: ToastFeatures,
  predicts: number(),
  deadline: '100 milliseconds',
  uses: [scale, tastes],
  owner: 'toaster team',
})

const open = { dataClass: 'public' } as const

/** What is known before a toast starts. */
export const ToastContext = z.object({
  bread: z.enum(breads).meta(open),
  shade: z.enum(shades).meta(open),
  mass: z.number().min(0).max(200).meta(open),
  moisture: z.number().min(0).max(1).meta(open),
  wall: z.number().min(-20).max(400).meta(open),
  power: z.number().min(0).max(2000).meta(open),
  /** What the person said of earlier toasts: how much darker than the shade each was aimed, and the verdict. */
  judged: z
    .array(z.object({ aimed: z.number().min(-darkest).max(darkest), verdict: z.enum(verdicts) }))
    .max(50)
    .default([]),
})
export type ToastContext = z.output<typeof ToastContext>

/** What the toaster is about to do. */
const Plan = z.object({
  seconds: z.number().min(0).max(100_000),
  /** How much darker than the shade it is aimed, CIELAB units: to be told with the verdict. */
  aimed: z.number().min(-darkest).max(darkest),
})

const example = {
  bread: 'white',
  shade: 'golden',
  mass: 32,
  moisture: 0.38,
  wall: 21,
  power: 850,
} as const

const tasteIn = ({ judged }: ToastContext) => tasteOf(judged)

/** How the toast would come out, if the model is right. */
function outlookOf(context: ToastContext, seconds: number): Outlook {
  const taste = tasteIn(context)
  return {
    seconds: Math.max(1, seconds),
    wanted: wantedDarkening(context.shade, taste),
    spread: taste.spread,
  }
}

/** Seconds, and where they aim; nobody aims beyond what bread can become. */
function planOf(context: ToastContext, seconds: number, outlook?: Outlook): z.infer<typeof Plan> {
  const aimed = outlook === undefined ? 0 : aimedDarkening(outlook, seconds) - darkening[context.shade]
  return {
    seconds: Math.min(100_000, seconds),
    aimed: Math.round(Math.min(darkest, Math.max(-darkest, aimed)) * 10) / 10,
  }
}

/** The slow decision: a slice was pressed down; how long is it heated? */
export const toast = decision('toast', {
  does: 'chooses for how long a slice is heated',
  context: ToastContext,
  example,
  model: timeModel.from((context: ToastContext) =>
    toastFeatures({ ...context, wanted: wantedDarkening(context.shade, tasteIn(context)) }),
  ),
  experiences: {
    toast: {
      style: 'automate',
      forcefulness: 0.3,
      right: 3,
      wrong: -2,
      chance: ({ context, prediction }) => {
        const outlook = outlookOf(context, prediction)
        return chanceRight(outlook, bestSeconds(outlook))
      },
      undo: 'press "Stop": the bread comes up at once',
      parameters: Plan,
      fill: ({ context, prediction }) => {
        const outlook = outlookOf(context, prediction ?? 0)
        return planOf(context, bestSeconds(outlook), outlook)
      },
      text: ({ parameters }) => `About ${Math.round(parameters.seconds)} seconds for this slice.`,
    },
    dial: {
      style: 'automate',
      forcefulness: 0.3,
      right: 3,
      wrong: -2,
      chance: ({ context, prediction }) =>
        chanceRight(outlookOf(context, prediction), dialSeconds(context.shade, context)),
      undo: 'press "Stop": the bread comes up at once',
      parameters: Plan,
      fill: ({ context }) => planOf(context, dialSeconds(context.shade, context)),
      text: ({ parameters }) =>
        `${Math.round(parameters.seconds)} seconds by the fixed dial, on the light side.`,
    },
    wait: {
      style: 'prompt',
      forcefulness: 0.5,
      interrupting: -5,
      undo: 'wait, and press the lift down again',
      parameters: Plan,
      fill: ({ context }) => planOf(context, secondsToCool(context.wall)),
      text: ({ parameters }) =>
        `The toaster is still hot. Ready in ${Math.round(parameters.seconds)} seconds.`,
    },
  },
  policy: expectedUtility(),
  guardrails: [
    {
      name: 'longest time',
      promise:
        'No slice is heated longer than one with its water needs to become dark, nor longer than 260 seconds.',
      check: ({ context, action }) => {
        if (action.experience === 'wait') return allow()
        const most = longestFor(context)
        const { seconds } = action.parameters
        if (seconds > most)
          return clamp({ ...action.parameters, seconds: most }, 'longer than this slice can take')
        return seconds < limits.shortest
          ? clamp({ ...action.parameters, seconds: limits.shortest }, 'too short to warm anything')
          : allow()
      },
    },
    {
      name: 'cool-down',
      promise: 'No toast starts in a toaster that is still hot.',
      check: ({ context, action }) =>
        context.wall > limits.coolStart && action.experience !== 'wait'
          ? replace('wait', 'the case is still hot from the last toast')
          : allow(),
    },
  ],
  fallback: 'dial',
  feedback: {
    verdict: { value: z.enum(verdicts), asks: 'How was it?' },
    thrownAway: {
      value: z.boolean(),
      kind: 'outcome',
      within: '1 hour',
      otherwise: false,
      asks: 'Was it thrown away?',
    },
    smokeAlarm: { value: z.boolean(), kind: 'outcome', within: '1 hour', otherwise: false },
    /** Units of colour between how dark it was meant to be and how dark the eye saw it come out. */
    missed: { value: z.number().min(0).max(66), kind: 'outcome', within: '1 hour' },
    stopped: { value: z.boolean(), kind: 'correction', asks: 'Did you stop it yourself?' },
    wattHours: { value: z.number().min(0).max(100), kind: 'outcome', within: '1 hour' },
    trust: { value: z.number().int().min(1).max(5), asks: 'Would you leave it alone with your breakfast?' },
    returned: { value: z.boolean(), within: '30 days', otherwise: false },
  },
  mistakes: [
    {
      name: 'burnt toast',
      harms: 'eater',
      harm: 'a slice is thrown away, the kitchen smells, acrylamide if it is eaten all the same',
      cost: 3,
      noticedBy: ['verdict', 'thrownAway'],
      limitedBy: ['longest time', 'too hot', 'seconds aim a little light where little is known'],
      owner: 'toaster team',
    },
    {
      name: 'smoke or fire',
      harms: 'household',
      harm: 'an alarm at breakfast, at worst a fire',
      cost: 10_000,
      noticedBy: ['smokeAlarm'],
      limitedBy: [
        'longest time',
        'too hot',
        'cool-down',
        'an eye that lies',
        'watchdog of the heater',
        'thermal fuse',
      ],
      owner: 'safety engineer',
    },
    {
      name: 'cold toast',
      harms: 'eater',
      harm: 'a minute more until breakfast',
      cost: 1,
      noticedBy: ['verdict', 'stopped'],
      limitedBy: ['toast can go down once more', 'verdicts'],
      owner: 'toaster team',
    },
    {
      name: 'judged by a machine',
      harms: 'eater',
      harm: 'a toaster that knows better: who likes it black feels corrected, or gives up saying so',
      cost: 2,
      noticedBy: ['verdict', 'trust'],
      limitedBy: ['tastes follow the person, without judging', 'press "Stop"', 'forget my taste'],
      owner: 'toaster team',
    },
    {
      name: 'waste',
      harms: 'everybody',
      harm: 'bread and energy for nothing',
      cost: 1,
      noticedBy: ['thrownAway', 'wattHours'],
      limitedBy: ['seconds aim a little light', 'longest time'],
      owner: 'toaster team',
    },
  ],
})
