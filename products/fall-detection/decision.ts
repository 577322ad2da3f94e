import {
  allow,
  component,
  decision,
  environment,
  expectedUtility,
  type GuardrailMoment,
  limit,
  model,
  person,
  probability,
  replace,
} from 'holon'
import { z } from 'zod'
import { isPlainFall } from './domain/plain-fall.ts'
import { atRest } from './domain/shape.ts'
import { tellMoment } from './domain/words.ts'
import { FallFeatures, fallFeatures } from './model/features.ts'
import { Noticed } from './noticed.ts'
import { patience } from './patience.ts'
import { stakes } from './stakes.ts'

export const wearer = person('wearer', {
  wants: 'help when it is needed, and to be left alone otherwise',
})
export const caretaker = person('caretaker', {
  wants: 'to know when help is needed, and to trust that silence means all is well',
})
export const street = environment('life of the wearer', {
  assumed: 'strong movements are mostly no falls, and who has fallen can often press a button',
})

const sensor = component('motion sensor', {
  does: 'measures acceleration without gravity and turning, fifty times a second',
  inside: false,
})
export const moments = component('moments', {
  does: 'finds the strong movements in the stream, on the wrist itself, and measures them',
  uses: [sensor],
})
export const plainRule = component('plain rule', {
  does: 'calls a moment a fall by physics alone: a hard impact, a turned wrist, and rest after it',
  uses: [moments],
})
export const fallModel = model('fall', {
  does: 'estimates how likely a moment is a fall',
  features: FallFeatures,
  predicts: probability(),
  deadline: '50 milliseconds',
  uses: [moments],
  owner: 'detection team',
})
export const dispatch = component('emergency dispatch', {
  does: 'passes the message on to the emergency service; in this demonstration it shows it instead',
  inside: false,
})

const Because = z.array(z.string())

/** What the caretaker and, after them, the dispatch are told. */
export const Report = z.object({
  wearer: z.string(),
  because: Because,
  trace: z.array(z.number()),
  called: z.boolean(),
})
export type Report = z.infer<typeof Report>

const told = ({ wearer, shape, called }: Noticed): string[] =>
  called ? [`${wearer} pressed “I need help”.`] : [...tellMoment(shape)]
const reported = (noticed: Noticed): Report => ({
  wearer: noticed.wearer,
  because: told(noticed),
  trace: noticed.trace,
  called: noticed.called,
})

type Moment = Pick<GuardrailMoment<Noticed, never>, 'recent' | 'episode' | 'step'>

/** Whether something was met in this episode: as the step before this one, or before a new choice in it. */
const comesAfter = ({ recent, episode, step }: Moment, experience: string): boolean =>
  step !== undefined ||
  (episode !== undefined &&
    recent.met.some((met) => met.episode === episode && met.experience === experience))

/** The one place where an estimate becomes something that happens to people. */
export const alarm = decision('fall-alarm', {
  does: 'asks the wearer after a moment like a fall, and calls others when nobody answers',
  context: Noticed,
  example: {
    wearer: 'Grandma',
    shape: { ...atRest, impact: 8, speed: 3.1, turned: 130, turnedBefore: 110, spin: 770, burst: 0.7 },
    trace: [],
    called: false,
    source: 'watch',
  },
  model: fallModel.from(({ shape }: Noticed) => fallFeatures(shape)),
  uses: [plainRule, dispatch],
  experiences: {
    nothing: { style: 'silent' },
    ask: {
      style: 'prompt',
      forcefulness: 0.7,
      ...stakes.ask,
      undo: 'press “I am fine”',
      parameters: z.object({ seconds: z.number().int().min(10).max(120), because: Because }),
      fill: ({ context }) => ({ seconds: patience.wearer, because: told(context) }),
      text: ({ parameters }) => `Did you fall? Your caretaker is called in ${parameters.seconds} seconds.`,
    },
    caretaker: {
      style: 'automate',
      forcefulness: 0.8,
      ...stakes.caretaker,
      undo: 'press “I am fine”, or tell the caretaker',
      handsOver: {
        to: caretaker,
        within: `${patience.caretaker} minutes`,
        answer: 'going',
        asks: 'Can you go and look?',
      },
      parameters: Report,
      fill: ({ context }) => reported(context),
      text: ({ parameters }) =>
        parameters.called
          ? `${parameters.wearer} calls for help.`
          : `${parameters.wearer} may have fallen, and does not answer.`,
    },
    emergency: {
      style: 'automate',
      forcefulness: 1,
      ...stakes.emergency,
      undo: 'call the dispatch back',
      parameters: Report,
      fill: ({ context }) => reported(context),
      text: ({ parameters }) =>
        parameters.called
          ? `${parameters.wearer} called for help, and the caretaker does not answer.`
          : `${parameters.wearer} may have fallen. Neither they nor their caretaker answer.`,
    },
  },
  policy: expectedUtility(),
  limits: [limit('questions', { forcefulness: 0.5, atMost: '7 per week' })],
  habituation: { halfLife: '1 day', growth: 0.1 },
  ladder: {
    steps: [
      { experience: 'ask', wait: `${patience.wearer} seconds` },
      { experience: 'caretaker', wait: `${patience.caretaker} minutes` },
      { experience: 'emergency' },
    ],
    endedBy: ['fine', 'going', 'falseAlarm', 'helped'],
    hurriedBy: ['needsHelp', 'callEmergency'],
  },
  guardrails: [
    {
      name: 'a call is heard',
      promise: 'Who calls for help is neither questioned nor ignored.',
      check: ({ context, action: { experience } }) =>
        context.called && (experience === 'nothing' || experience === 'ask')
          ? replace('caretaker', 'the wearer called for help')
          : allow(),
    },
    {
      name: 'ask first',
      promise: 'Nobody else is called before the wearer was asked, unless they called themselves.',
      check: (moment) =>
        (moment.action.experience === 'caretaker' || moment.action.experience === 'emergency') &&
        !moment.context.called &&
        !comesAfter(moment, 'ask')
          ? replace('ask', 'the wearer was not asked yet')
          : allow(),
    },
    {
      name: 'caretaker before emergency',
      promise: 'The emergency service is called only after the caretaker was.',
      check: (moment) =>
        moment.action.experience === 'emergency' && !comesAfter(moment, 'caretaker')
          ? replace('caretaker', 'the caretaker was not called yet')
          : allow(),
    },
    {
      name: 'nothing on a bare number',
      promise: 'A number that was not calibrated interrupts nobody.',
      check: (moment) =>
        moment.action.experience === 'ask' &&
        !moment.calibrated &&
        !isPlainFall(moment.context.shape) &&
        !comesAfter(moment, 'ask')
          ? replace('nothing', 'the estimate is not calibrated, and by plain physics it is no fall')
          : allow(),
    },
    {
      name: 'a plain fall is asked about',
      promise: 'What is a fall by plain physics is asked about, whatever model and budget say.',
      check: ({ context, action }) =>
        action.experience === 'nothing' && isPlainFall(context.shape)
          ? replace('ask', 'by plain physics it is a fall')
          : allow(),
    },
  ],
  fallback: 'nothing',
  feedback: {
    fine: { value: z.boolean(), asks: 'Are you fine?' },
    needsHelp: { value: z.boolean(), asks: 'Do you need help?' },
    going: { value: z.boolean(), asks: 'Can you go and look?' },
    falseAlarm: { value: z.boolean(), asks: 'Is it a false alarm?' },
    callEmergency: { value: z.boolean(), asks: 'Is an ambulance needed?' },
    fellReally: { value: z.boolean(), asks: 'Did you fall?', kind: 'outcome', within: '1 day' },
    helped: { value: z.boolean(), kind: 'outcome', within: '1 day', otherwise: false },
    minutes: { value: z.number().min(0).max(1440), kind: 'outcome', within: '1 day' },
    bother: { value: z.number().int().min(-2).max(2), asks: 'How was it to be asked?' },
    worn: { value: z.boolean(), asks: 'Do you still wear it?', kind: 'outcome', within: '30 days' },
    confirmed: { value: z.boolean(), asks: 'Was the ambulance needed?', kind: 'outcome', within: '1 day' },
  },
  mistakes: [
    {
      name: 'missed fall',
      harms: 'wearer',
      harm: 'lies for hours, alone',
      cost: 100,
      noticedBy: ['fellReally', 'needsHelp'],
      limitedBy: ['a plain fall is asked about', 'a call is heard', 'the button on the watch'],
      owner: 'detection team',
    },
    {
      name: 'false alarm to the emergency service',
      harms: 'wearer, and whoever waits for that ambulance',
      harm: 'a crew at the door for nothing, a bill, an ambulance missing elsewhere',
      cost: 100,
      noticedBy: ['confirmed', 'falseAlarm'],
      limitedBy: ['ask first', 'caretaker before emergency', 'two silences in a row'],
      owner: 'care team',
    },
    {
      name: 'alarm fatigue of the caretaker',
      harms: 'wearer',
      harm: 'the call that matters is taken for one more false one',
      cost: 20,
      noticedBy: ['falseAlarm'],
      limitedBy: ['ask first', 'questions', 'the words and the trace that the call comes with'],
      owner: 'care team',
    },
    {
      name: 'embarrassment',
      harms: 'wearer',
      harm: 'is asked aloud in company, or watched in what is nobody’s business',
      cost: 2,
      noticedBy: ['bother', 'worn'],
      limitedBy: ['questions', 'readings stay on the wrist', 'nothing on a bare number'],
      owner: 'product owner',
    },
    {
      name: 'overtrust',
      harms: 'wearer and caretaker',
      harm: 'stairs are taken and visits left out because the watch would notice',
      cost: 10,
      noticedBy: ['fellReally', 'needsHelp'],
      limitedBy: ['the page says what is missed', 'the button on the watch'],
      owner: 'product owner',
    },
  ],
})
