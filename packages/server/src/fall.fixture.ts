import { allow, decision, defineSystem, latch, open, person, policy } from 'holon'
import { z } from 'zod'

const carer = person('carer', { wants: 'to know when help is needed' })

const fall = decision('fall', {
  does: 'asks whether somebody fell, and calls for help',
  context: z.object({
    place: z.string(),
    broken: z.boolean().optional().meta({ dataClass: 'public' }),
  }),
  example: { place: 'stairs' },
  experiences: {
    off: { style: 'silent' },
    ask: { style: 'prompt', forcefulness: 0.6 },
    call: {
      style: 'automate',
      forcefulness: 0.8,
      handsOver: { to: carer, within: '10 minutes', answer: 'helped', asks: 'Were you there?' },
    },
  },
  policy: policy('always', () => ({ ask: 1 })),
  guardrails: [
    {
      name: 'broken sensor',
      promise: 'nobody is asked because of a sensor that is broken',
      latches: 'off',
      check: ({ context }) => (context.broken === true ? latch('the sensor is broken') : allow()),
    },
  ],
  ladder: {
    steps: [{ experience: 'ask', wait: '1 hour' }, { experience: 'call' }],
    endedBy: ['helped'],
    hurriedBy: ['needsHelp'],
  },
  fallback: 'ask',
  feedback: { helped: { value: z.boolean() }, needsHelp: { value: z.boolean() } },
  mistakes: [],
})

/** Opens a small system, in memory, in which something follows a decision. */
export const openWatch = () =>
  open(defineSystem('watch', { purpose: 'help after a fall', people: [carer], decisions: [fall], goals: [] }))
