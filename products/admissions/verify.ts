import type { Random } from 'holon'
import { type AnswerMoment, defineVerification } from 'holon/verify'
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
  const between = ({ from, to }: { readonly from: number; readonly to: number }) =>
    from + (to - from) * random.next()
  const half = (value: number) => Math.round(value * 2) / 2
  return {
    gpa: Math.round(100 * (random.next() < 0.1 ? 10 * random.next() : between(known.gpa))) / 100,
    letters: half(between(known.letters)),
    research: random.next() < 0.5,
    gre: Math.round(random.next() < 0.1 ? 260 + 30 * random.next() : between(known.gre)),
    toefl: Math.round(between(known.toefl)),
    statement: half(1 + 4 * random.next()),
    school: 1 + Math.floor(5 * random.next()),
  }
}

function drawDecided(random: Random): Decided {
  const verdict = (['admit', 'deny', 'open'] as const)[Math.floor(3 * random.next())] ?? 'open'
  return { ...drawFile(random), verdict, readers: Math.floor(3 * random.next()) }
}
