import type { Application } from '../../domain/application.ts'

/** A file on the pile. Nobody is behind it: it was drawn as the simulated world draws them. */
export interface Filed {
  readonly number: number
  readonly file: Application
}

const filed = (
  number: number,
  [gpa, letters, research, gre, toefl, statement, school]: readonly [
    number,
    number,
    boolean,
    number,
    number,
    number,
    number,
  ],
): Filed => ({ number, file: { gpa, letters, research, gre, toefl, statement, school } })

/** The pile of the demonstration. */
export const files: readonly Filed[] = [
  filed(2104, [9.21, 3.5, true, 320, 113, 3.5, 4]),
  filed(2048, [8.68, 5, true, 315, 108, 1.5, 4]),
  filed(2055, [8.92, 3.5, true, 320, 106, 3.5, 3]),
  filed(2062, [8.31, 4, true, 312, 108, 3.5, 3]),
  filed(2069, [8.53, 4.5, false, 340, 110, 3.5, 4]),
  filed(2076, [7.94, 4, false, 316, 109, 1.5, 2]),
  filed(2083, [8.3, 3, true, 305, 107, 2.5, 4]),
  filed(2090, [8.88, 3.5, true, 322, 113, 4, 4]),
  filed(2111, [8.32, 3, false, 312, 110, 3, 4]),
  filed(2118, [7.88, 4, false, 318, 104, 2, 4]),
  filed(2041, [7.56, 2.5, false, 310, 106, 3.5, 3]),
  filed(2125, [5.9, 5, true, 331, 117, 4.5, 5]),
]
