import { allow, component, decision, model, type Policy, person, policy, probability, replace } from 'holon'
import { z } from 'zod'
import { Note, noteOf } from './annotation.ts'
import { Application, isKnownKind } from './domain/application.ts'
import { isNearLine, line } from './domain/line.ts'
import { FileFeatures, fileFeatures } from './model/features.ts'

export const secondReader = person('second reader', {
  wants: 'to read a file without being told what others think of it',
})

export const office = component('admissions office', {
  does: 'checks transcripts and letters, takes out what says who somebody is, and gives the file a number',
})

export const strength = model('strength', {
  does: 'estimates the chance of admission that applicants with such files gave themselves',
  features: FileFeatures,
  predicts: probability(),
  deadline: '50 milliseconds',
  uses: [office],
  owner: 'admissions board',
})

const toSecond = {
  to: secondReader,
  within: '3 days',
  answer: 'second',
  asks: 'Would you admit this applicant?',
} as const

const Verdict = z.enum(['admit', 'deny'])

/** How a score may meet a reader. */
export interface Reading {
  /** Share of files that are read without a score whatever it is. */
  readonly unaided: number
  /** Whether files near the line are read twice. */
  readonly twice: boolean
  /** The line for a file; a line of its own for some schools is a policy like any other, and logged as one. */
  readonly lineOf: (file: Application) => number
  readonly name: string
}

/** How it is done. */
export const asServed: Reading = {
  name: 'twice near the line, a share without a score',
  unaided: 0.12,
  twice: true,
  lineOf: () => line,
}

/** Which readers see what, as an explicit policy whose probabilities are logged. */
const whatReadersSee = ({
  name,
  unaided,
  twice,
  lineOf,
}: Reading): Policy<number, 'unaided' | 'scored' | 'twice'> =>
  policy<number, 'unaided' | 'scored' | 'twice'>(name, (estimate, context) => {
    const near = twice && isNearLine(estimate, lineOf(context as Application))
    return { unaided, [near ? 'twice' : 'scored']: 1 - unaided }
  })

/** The decision of how a file is read, under one way to do it. It never says who is admitted. */
export const readingBy = (way: Reading) =>
  decision('reading', {
    does: 'decides whether a reader sees the score beside a file, and whether a second one reads it',
    context: Application,
    example: { gpa: 8.6, letters: 3.5, research: true, gre: 317, toefl: 107, statement: 3.5, school: 3 },
    model: strength.from(fileFeatures),
    experiences: {
      unaided: {
        style: 'silent',
        text: () => 'This file is read without a score.',
      },
      scored: {
        style: 'annotate',
        forcefulness: 0.3,
        undo: 'fold the note away',
        parameters: Note,
        fill: ({ prediction, explanation }) => noteOf(prediction ?? 0, explanation),
        text: ({ parameters }) =>
          `Applicants with such a file gave themselves ${parameters.estimate} %; ${parameters.lower} to ${parameters.upper} % is the usual range.`,
      },
      twice: {
        style: 'organize',
        forcefulness: 0.2,
        undo: 'take the file back from the second reader',
        handsOver: toSecond,
        text: () => 'A second reader has this file as well. Neither of you is shown a score.',
      },
    },
    policy: whatReadersSee(way),
    guardrails: [
      {
        name: 'no bare number',
        promise: 'A score is shown only calibrated and with what moved it.',
        check: ({ action, calibrated }) =>
          action.experience === 'scored' && (!calibrated || action.parameters.moved.length === 0)
            ? replace('twice', 'the score is not calibrated, or nothing says what moved it')
            : allow(),
      },
      {
        name: 'no score for an unknown kind of file',
        promise: 'A file unlike those the model learned from is read by two people, without a score.',
        check: ({ context, action }) =>
          action.experience !== 'twice' && !isKnownKind(context)
            ? replace('twice', 'the model has seen no such files')
            : allow(),
      },
    ],
    fallback: 'twice',
    feedback: {
      verdict: { value: Verdict, asks: 'Do you admit this applicant?' },
      second: { value: Verdict, asks: 'Would you admit this applicant?', kind: 'outcome', within: '3 days' },
      wantsSecond: {
        value: z.boolean(),
        asks: 'Do you want a second reader?',
        handsOver: toSecond,
      },
      minutes: { value: z.number().min(0).max(600), asks: 'How long did you read?' },
      useful: { value: z.boolean(), asks: 'Was the note of use?' },
      /** Asked of applicants apart from the file, answered by whoever likes to; never shown to readers or models. */
      firstInFamily: { value: z.boolean(), asks: 'Are you the first in your family to study?' },
      enrolled: { value: z.boolean(), within: '60 days', otherwise: false },
      grade: { value: z.number().min(0).max(100), kind: 'outcome', within: '500 days' },
      succeeded: { value: z.boolean(), kind: 'outcome', within: '500 days' },
    },
    mistakes: [
      {
        name: 'strong applicant denied',
        harms: 'applicant',
        harm: 'loses a year or a calling, and never learns that it was a mistake; nobody else does either',
        cost: 10,
        noticedBy: ['second', 'succeeded'],
        limitedBy: ['a person decides', 'files near the line are read twice', 'the appeal'],
        owner: 'admissions board',
      },
      {
        name: 'applicant admitted who cannot follow',
        harms: 'applicant and class',
        harm: 'a lost year and fees, a place that somebody else did not get',
        cost: 6,
        noticedBy: ['grade', 'succeeded'],
        limitedBy: ['a person decides', 'only what others vouch for is scored'],
        owner: 'admissions board',
      },
      {
        name: 'the reader follows the number',
        harms: 'applicant',
        harm: 'the score decides after all, and its errors with it',
        cost: 8,
        noticedBy: ['second', 'useful'],
        limitedBy: [
          'a share of files without a score',
          'range and reasons beside it',
          'no score near the line',
        ],
        owner: 'admissions board',
      },
      {
        name: 'errors that fall on one group',
        harms: 'groups of applicants',
        harm: 'whoever could not buy coaching, or thinks less of themselves, is taken for weaker',
        cost: 10,
        noticedBy: ['firstInFamily', 'second'],
        limitedBy: [
          'grounds like sex and origin are not in the file',
          'coached facts are not scored',
          'error rates by group in the model card',
        ],
        owner: 'admissions board',
      },
    ],
  })

/** How files are read. */
export const reading = readingBy(asServed)
