import type { Random } from 'holon'
import { type AnswerMoment, defineVerification } from 'holon/verify'
import { drawFrom } from 'holon/world'
import { type Application, isKnownKind, known } from './domain/application.ts'
import type { Decided } from './letter.ts'
import { admissions } from './system.ts'

type Answered = AnswerMoment<typeof admissions>

/** What is shown of the score, if anything. */
function shown({ answer }: Answered) {
  return answer.experience === 'scored' || answer.experience === 'reasons' ? answer.parameters : undefined
}

/** What must hold of every answer, whatever the model says. */
export const verification = defineVerification(admissions, {
  contexts: { reading: drawFile, letter: drawDecided },
  invariants: [
    {
      name: 'nothing admits or denies by itself',
      holds: ({ answer }) => answer.style !== 'automate',
    },
    {
      name: 'how a file is read says nothing about who is admitted',
      holds: ({ answer, record }) =>
        record.decision !== 'reading' ||
        !('parameters' in answer && 'verdict' in ((answer.parameters as object | undefined) ?? {})),
    },
    {
      name: 'a letter says what people decided, and nothing before they have',
      holds: ({ answer, context }) => {
        if (answer.experience !== 'verdict' && answer.experience !== 'reasons') return true
        if (!('verdict' in context)) return false
        return (
          context.readers >= 1 &&
          context.verdict === answer.parameters.verdict &&
          context.readers === answer.parameters.readers
        )
      },
    },
    {
      name: 'no score without calibration, range and reasons',
      holds: (moment) => {
        const note = shown(moment)
        if (note === undefined) return true
        const calibrated = moment.record.predictions.every((one) => one.calibrated)
        return (
          calibrated && note.moved.length > 0 && note.lower <= note.estimate && note.estimate <= note.upper
        )
      },
    },
    {
      name: 'a file of an unknown kind is read twice, without a score',
      holds: ({ answer, record, context }) =>
        record.decision !== 'reading' || answer.experience === 'twice' || isKnownKind(context),
    },
    {
      name: 'the number shown is the calibrated prediction',
      holds: (moment) => {
        const note = shown(moment)
        return note === undefined || 0.0501 - Math.abs(note.estimate - 100 * Number(moment.answer.prediction))
      },
    },
  ],
})

/** A plausible file, sometimes one of a kind the model has not seen. */
function drawFile(random: Random): Application {
  const draw = drawFrom(random)
  const between = ({ from, to }: { readonly from: number; readonly to: number }) => draw.uniform(from, to)
  const half = (value: number) => Math.round(value * 2) / 2
  return {
    gpa: Math.round(100 * (draw.chance(0.1) ? draw.uniform(0, 10) : between(known.gpa))) / 100,
    letters: half(between(known.letters)),
    research: draw.chance(0.5),
    gre: Math.round(draw.chance(0.1) ? draw.uniform(260, 290) : between(known.gre)),
    toefl: Math.round(between(known.toefl)),
    statement: half(draw.uniform(1, 5)),
    school: draw.whole(1, 5),
  }
}

function drawDecided(random: Random): Decided {
  const draw = drawFrom(random)
  const verdict = draw.one(['admit', 'deny', 'open'])
  return { ...drawFile(draw), verdict, readers: draw.whole(0, 2) }
}
