import type { Edge } from './workspace.ts'

/** One import that must not be. `fix` says what to do instead. */
export interface Violation {
  readonly rule: string
  readonly path: string
  readonly line: number
  readonly problem: string
  readonly fix: string
}

/** What is wrong with an import. */
export type Wrong = Pick<Violation, 'problem' | 'fix'>

/** Looks at one import; answers what is wrong with it, if anything. */
export type Rule = (edge: Edge) => Wrong | undefined
