import { allow, component, decision, type Policy, person, policy, replace } from 'holon'
import { z } from 'zod'
import { Note, noteOf } from './annotation.ts'
import { Application } from './domain/application.ts'
import { fileFeatures } from './model/features.ts'
import { strength } from './reading.ts'

export const board = person('appeals board', {
  wants: 'to hear what was overlooked, from the applicant, with the file and both readings at hand',
})

export const ballot = component('readers’ ballot', {
  does: 'keeps who read a file and what they said; two readers who differ talk until they agree',
})

/** A file with what people decided on it. */
export const Decided = Application.extend({
  verdict: z.enum(['admit', 'deny', 'open']).meta({ title: 'Verdict of the readers', dataClass: 'public' }),
  /** How many people read it. */
  readers: z.number().int().min(0).max(5).meta({ title: 'Readers', dataClass: 'public' }),
})
export type Decided = z.infer<typeof Decided>

/** What an applicant may see of how it came about. */
export const Reasons = Note.extend({ verdict: z.enum(['admit', 'deny']), readers: z.number().int().min(1) })
export type Reasons = z.infer<typeof Reasons>

const Bare = Reasons.pick({ verdict: true, readers: true })

/** What applicants are told, by a fixed policy. */
const tells = (experience: 'reasons' | 'verdict'): Policy<number, 'reasons' | 'verdict'> =>
  policy<number, 'reasons' | 'verdict'>(
    experience === 'reasons' ? 'reasons for everybody' : 'verdicts without reasons',
    () => ({
      [experience]: 1,
    }),
  )

const told = ({ verdict, readers }: Decided) => ({
  verdict: verdict === 'admit' ? ('admit' as const) : ('deny' as const),
  readers: Math.max(1, readers),
})

/** The decision of what an applicant is told, with reasons or without. */
export const letterWith = (experience: 'reasons' | 'verdict') =>
  decision('letter', {
    does: 'tells an applicant what people decided, and what the score said and did not know',
    context: Decided,
    example: {
      ...{ gpa: 8.6, letters: 3.5, research: true, gre: 317, toefl: 107, statement: 3.5, school: 3 },
      ...{ verdict: 'admit', readers: 2 },
    },
    model: strength.from(fileFeatures),
    uses: [ballot],
    experiences: {
      nothing: { style: 'silent' },
      verdict: {
        style: 'annotate',
        forcefulness: 0.4,
        undo: 'appeal',
        parameters: Bare,
        fill: ({ context }) => told(context),
        text: ({ parameters }) => `${words(parameters)}.`,
      },
      reasons: {
        style: 'annotate',
        forcefulness: 0.4,
        undo: 'appeal',
        parameters: Reasons,
        fill: ({ context, prediction, explanation }) => ({
          ...noteOf(prediction ?? 0, explanation),
          ...told(context),
        }),
        text: ({ parameters }) =>
          `${words(parameters)}. What the score said, and what it does not know, is below.`,
      },
    },
    policy: tells(experience),
    guardrails: [
      {
        name: 'no verdict that no person gave',
        promise: 'Nobody is told a verdict before at least one person has read the file and given it.',
        check: ({ context, action }) =>
          action.experience !== 'nothing' && (context.verdict === 'open' || context.readers < 1)
            ? replace('nothing', 'no person has decided yet')
            : allow(),
      },
      {
        name: 'no reason that is none',
        promise: 'Reasons are given only where the score is calibrated and can say what moved it.',
        check: ({ action, calibrated }) =>
          action.experience === 'reasons' && (!calibrated || action.parameters.moved.length === 0)
            ? replace('verdict', 'the score cannot say what moved it')
            : allow(),
      },
    ],
    fallback: 'nothing',
    feedback: {
      understood: { value: z.boolean(), asks: 'Do you understand how it came about?' },
      trust: { value: z.number().int().min(1).max(5), asks: 'How fairly do you feel treated?' },
      appeal: {
        value: z.string().min(1).max(2000),
        asks: 'What was overlooked?',
        handsOver: {
          to: board,
          within: '14 days',
          answer: 'appealed',
          asks: 'Does the verdict stand?',
        },
      },
      appealed: {
        value: z.enum(['stands', 'changed']),
        asks: 'Does the verdict stand?',
        kind: 'outcome',
        within: '30 days',
      },
    },
    mistakes: [
      {
        name: 'reasons that teach to game',
        harms: 'class, and applicants who cannot buy coaching',
        harm: 'what is told to count is polished next year, and counts for nothing',
        cost: 6,
        noticedBy: ['appealed'],
        limitedBy: ['only facts that others vouch for are scored', 'a person decides'],
        owner: 'admissions board',
      },
      {
        name: 'a verdict nobody can question',
        harms: 'applicant',
        harm: 'a mistake stands because nobody is asked again',
        cost: 8,
        noticedBy: ['appeal', 'trust', 'understood'],
        limitedBy: ['reasons for everybody', 'the appeals board within two weeks'],
        owner: 'admissions board',
      },
    ],
  })

const words = ({ verdict, readers }: z.infer<typeof Bare>): string =>
  `${readers === 1 ? 'One person has' : `${readers} people have`} read your file and decided to ${verdict === 'admit' ? 'admit you' : 'turn it down'}`

/** What applicants are told. */
export const letter = letterWith('reasons')
