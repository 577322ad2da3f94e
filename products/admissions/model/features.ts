import { z } from 'zod'
import type { Application } from '../domain/application.ts'

/** What a model may read of a file. Titles are the words of explanations. */
export const FileFeatures = z.object({
  gpa: z.number().meta({ title: 'Grade average' }),
  letters: z.number().meta({ title: 'Letters' }),
  research: z.boolean().meta({ title: 'Research experience' }),
  gre: z.number().meta({ title: 'GRE' }),
  toefl: z.number().meta({ title: 'TOEFL' }),
  statement: z.number().meta({ title: 'Statement of purpose' }),
  school: z.number().meta({ title: 'Rank of the school' }),
})
export type FileFeatures = z.infer<typeof FileFeatures>

/** The name of a feature. */
export type FileFeature = keyof FileFeatures

/** What the served model reads: facts that others vouch for, and that no coaching raises in a few months. */
export const vouched = ['gpa', 'letters', 'research'] as const satisfies readonly FileFeature[]

/** What is in the file and not in the score. Readers see it. */
export const unscored = ['gre', 'toefl', 'statement', 'school'] as const satisfies readonly FileFeature[]

/** The features of a file, for training and for serving alike; nothing else of what is known goes along. */
export const fileFeatures = ({
  gpa,
  letters,
  research,
  gre,
  toefl,
  statement,
  school,
}: Application): FileFeatures => ({ gpa, letters, research, gre, toefl, statement, school })
