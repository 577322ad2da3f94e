import { z } from 'zod'

/**
 * A file as the office has it. Nothing in it says who the applicant is: no name, sex, age, origin or means. What is asked
 * about those is asked apart, answered by whoever likes to, and never shown to a reader or a model.
 */
export const Application = z.object({
  gpa: z.number().min(0).max(10).meta({ title: 'Grade average', dataClass: 'personal' }),
  letters: z.number().min(1).max(5).meta({ title: 'Letters', dataClass: 'personal' }),
  research: z.boolean().meta({ title: 'Research experience', dataClass: 'personal' }),
  gre: z.number().int().min(260).max(340).meta({ title: 'GRE', dataClass: 'personal' }),
  toefl: z.number().int().min(0).max(120).meta({ title: 'TOEFL', dataClass: 'personal' }),
  statement: z.number().min(1).max(5).meta({ title: 'Statement of purpose', dataClass: 'personal' }),
  school: z.number().int().min(1).max(5).meta({ title: 'Rank of the school', dataClass: 'personal' }),
})
export type Application = z.infer<typeof Application>

/** What a file may say for the model to be asked: the ranges of the applications it learned from. */
export const known = {
  gpa: { from: 6.8, to: 9.92 },
  letters: { from: 1, to: 5 },
  gre: { from: 290, to: 340 },
  toefl: { from: 92, to: 120 },
} as const

/** Whether the applications that the model learned from had such facts. */
export const isKnownKind = (file: Application): boolean =>
  (Object.keys(known) as (keyof typeof known)[]).every(
    (fact) => file[fact] >= known[fact].from && file[fact] <= known[fact].to,
  )
