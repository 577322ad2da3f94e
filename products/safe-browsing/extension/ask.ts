import type { Question, Settings, Visited } from './warned.ts'

interface Answers {
  readonly visited: Visited | undefined
  readonly seen: Visited | undefined
  readonly pass: string | undefined
  readonly before: string | undefined
  readonly settings: Settings
}

/** Asks the worker of the extension. */
export function ask<Q extends Question>(question: Q): Promise<Answers[Q['ask']]> {
  return chrome.runtime.sendMessage<Q, Answers[Q['ask']]>(question)
}
