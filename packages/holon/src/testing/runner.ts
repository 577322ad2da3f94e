/** What a conformance suite needs of a test runner. Those of vitest fit: `decisionLogSuite({ describe, it, expect }, subject)`. */
export interface Runner {
  describe(name: string, body: () => void): void
  it(name: string, body: (context: TestContext) => Promise<void>): void
  expect(actual: unknown): { toBe(expected: unknown): void; toEqual(expected: unknown): void }
  /** Where it is given, checks that only ask share what they ask, which is closed then. */
  afterAll?(body: () => Promise<void>): void
}

/** What a runner hands to a test: `skip` ends it, with the reason in words. */
export interface TestContext {
  skip(reason: string): void
}

/** The code of the error a promise rejects with; undefined when it does not reject. */
export async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
    return undefined
  } catch (error) {
    return (error as { readonly code?: unknown }).code
  }
}
