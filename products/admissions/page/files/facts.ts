import type { Application } from '../../domain/application.ts'

/** A fact of a file in words, who vouches for it, and whether the score reads it. */
export interface Fact {
  readonly name: string
  readonly value: string
  readonly of: string
  readonly from: string
  readonly isScored: boolean
  /** Share of the scale. */
  readonly share: number
}

/** The facts of a file, those first that the score reads. */
export function factsOf({
  gpa,
  letters,
  research,
  gre,
  toefl,
  statement,
  school,
}: Application): readonly Fact[] {
  const fact = (name: string, value: string, of: string, from: string, share: number, isScored = false) => ({
    ...{ name, value, of, from, isScored, share },
  })
  return [
    fact('Grade average', gpa.toFixed(2), 'of 10', 'transcript', gpa / 10, true),
    fact('Letters', String(letters), 'of 5', 'two professors', letters / 5, true),
    fact(
      'Research experience',
      research ? 'yes' : 'no',
      '',
      'confirmed by a supervisor',
      Number(research),
      true,
    ),
    fact('GRE', String(gre), 'of 340', 'test', (gre - 260) / 80),
    fact('TOEFL', String(toefl), 'of 120', 'test', toefl / 120),
    fact('Statement of purpose', String(statement), 'of 5', 'written by the applicant', statement / 5),
    fact('Rank of the school', String(school), 'of 5', 'office', school / 5),
  ]
}
