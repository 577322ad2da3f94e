/** How far a number may be from the expected one: `abs + rel * |expected|`. */
export interface Tolerance {
  readonly abs: number
  readonly rel: number
}

/** One reference case: what goes in and what must come out. */
export interface Case {
  readonly name: string
  readonly input: unknown
  readonly expected: unknown
  /** Overrides the tolerance of the file. */
  readonly tolerance?: Tolerance
}

/** A file of reference cases of one kind. `definition` states the conventions in prose. */
export interface CaseFile {
  readonly id: string
  readonly definition: string
  readonly tolerance: Tolerance
  readonly cases: readonly Case[]
  /** The whole document, for kinds that keep shared data beside their cases. */
  readonly document: Readonly<Record<string, unknown>>
}

/** Computes what the cases of some kinds ask for. It stands in a `*.cases.ts` file beside what it checks. */
export interface CaseRunner {
  readonly ids: readonly string[]
  /**
   * Answers an object with at least the keys of `expected`; throwing fails the case, `skip` sets it aside.
   */
  run(input: unknown, file: CaseFile, testCase: Case): unknown | Promise<unknown>
}

/** The answer of a runner that cannot run here, with the reason in words. */
export class SkippedCase {
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

/** Sets a case aside, for example when its data set is not on this machine. */
export function skip(reason: string): SkippedCase {
  return new SkippedCase(reason)
}
