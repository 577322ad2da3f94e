import type { Random } from 'holon'
import { type AnswerMoment, defineVerification } from 'holon/verify'
import { drawFrom } from 'holon/world'
import { momentsIn } from './domain/moment.ts'
import { atRest, shapeOf } from './domain/shape.ts'
import { type Pastime, pastimes, simulate } from './domain/simulate.ts'
import { traceOf } from './domain/trace.ts'
import { type Noticed, sources } from './noticed.ts'
import { fallDetection } from './system.ts'

const ladder = ['ask', 'caretaker', 'emergency'] as const

type Answered = AnswerMoment<typeof fallDetection>

/** So many earlier moments an invariant is told; what was before them it cannot know. */
const told = 100

/** Whether something was met earlier in the same episode, as far as that is told. */
const metEarlier = ({ before, episode }: Answered, experience: Answered['answer']['experience']): boolean =>
  before.length >= told ||
  before.some((one) => one.episode === episode && one.answer.experience === experience)

/** How far a moment is from a hard blow (3 g) with a turned wrist (60°) and rest after it (0.25 g, 60°/s); 0 or less is one. */
const farFromPlainFall = ({ impact, turned, stirring, fidgeting }: Noticed['shape']): number =>
  Math.max((3 - impact) / 3, (60 - turned) / 60, (stirring - 0.25) / 0.25, (fidgeting - 60) / 60)

/** What must hold of every answer, whatever the model says. */
export const verification = defineVerification(fallDetection, {
  invariants: [
    {
      name: 'nobody is called before the wearer was asked or called',
      holds: (moment) =>
        !['caretaker', 'emergency'].includes(moment.answer.experience) ||
        moment.context.called ||
        metEarlier(moment, 'ask'),
    },
    {
      name: 'no emergency before the caretaker was called',
      holds: (moment) => moment.answer.experience !== 'emergency' || metEarlier(moment, 'caretaker'),
    },
    {
      name: 'a plain fall is never passed over',
      holds: ({ answer, context }) => answer.experience !== 'nothing' || farFromPlainFall(context.shape) > 0,
    },
    {
      name: 'a call for help reaches somebody',
      holds: ({ answer, context }) =>
        !context.called || answer.experience === 'caretaker' || answer.experience === 'emergency',
    },
    {
      name: 'no question rests on a number that was not calibrated',
      holds: (moment) =>
        moment.answer.experience !== 'ask' ||
        moment.record.predictions.some(({ calibrated }) => calibrated) ||
        farFromPlainFall(moment.context.shape) <= 0 ||
        metEarlier(moment, 'ask'),
    },
    {
      name: 'silence goes up the ladder, step by step',
      holds: ({ answer, record: { step } }) => step === undefined || answer.experience === ladder[step.step],
    },
  ],
  contexts: { 'fall-alarm': drawNoticed },
})

/** A moment of a simulated life, or a call without one. */
function drawNoticed(random: Random): Noticed {
  const draw = drawFrom(random)
  const found = momentsIn(simulate(draw.one(Object.keys(pastimes) as Pastime[]), draw))
  const moment = found.length === 0 ? undefined : draw.one(found)
  return {
    wearer: 'Somebody',
    shape: moment === undefined ? atRest : shapeOf(moment),
    trace: moment === undefined ? [] : traceOf(moment),
    called: draw.chance(0.2),
    source: draw.one(sources),
  }
}
