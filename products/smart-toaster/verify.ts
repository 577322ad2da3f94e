import { defineVerification } from 'holon/verify'
import { plant } from './hardware/plant.ts'
import { smartToaster } from './system.ts'

/** Of a bound that two parties compute from rounded figures. */
const rounding = 0.51

/** What must hold of the smart toaster whatever its model says, at the answers and, in `plant`, at the bread. */
export const verification = defineVerification(smartToaster, {
  plant,
  length: 200,
  invariants: [
    {
      name: 'no toast is longer than its water takes, or than 260 seconds',
      holds: ({ decision, context, answer }) => {
        if (decision !== 'toast' || answer.experience === 'wait') return true
        const weak = context.power > 0 ? Math.max(1, 850 / context.power) : 1
        const most = Math.min(260, (75 + 7.5 * context.mass * context.moisture) * weak)
        return most + rounding - answer.parameters.seconds
      },
    },
    {
      name: 'no toast is too short to warm a slice',
      holds: ({ decision, answer }) =>
        decision !== 'toast' || answer.experience === 'wait' || answer.parameters.seconds - 10,
    },
    {
      name: 'no toast is promised by a toaster above 100 C',
      holds: ({ decision, context, answer }) =>
        decision !== 'toast' || answer.experience === 'wait' || 100 - context.wall,
    },
    {
      name: 'no heat after 260 seconds',
      holds: ({ decision, context, answer }) =>
        decision !== 'heat' || answer.experience === 'off' || 260 - context.heated,
    },
    {
      name: 'no heat for bread above 240 C or a case above 165 C',
      holds: ({ decision, context, answer }) =>
        decision !== 'heat' ||
        answer.experience === 'off' ||
        Math.min(240 - context.surface, 165 - context.wall),
    },
    {
      name: 'no heat for a toast that started above 100 C',
      holds: ({ decision, context, answer }) =>
        decision !== 'heat' || answer.experience === 'off' || 100 - context.startWall,
    },
    {
      name: 'no heat for an eye that is silent, still or jumps',
      holds: ({ decision, context, answer }) =>
        decision !== 'heat' ||
        answer.experience === 'off' ||
        Math.min(0.5 - context.silent, 2 - context.still, 60 - context.jump),
    },
  ],
})
