import type { Answer, Answers } from '../../domain/questions/question.ts'

/** A return in the making, as it is kept on the device. */
export interface Draft {
  readonly answers: Answers
  /** Ties what is decided about this return together; random, says nothing of the person. */
  readonly episode: string
  /** Decisions taken about this return, the latest last. */
  readonly decisions: readonly string[]
  /** The latest decision, where it asked to look at lines again and nothing has changed since. */
  readonly review?: string | undefined
  /** What was said about each decision, by name of the feedback. */
  readonly said: Readonly<Record<string, Said>>
  readonly filed: boolean
}

/** What a person said about one decision. */
export type Said = Readonly<Record<string, Answer>>

/** A return with nothing in it but the answers it starts from. */
export function newDraft(answers: Answers, episode: string): Draft {
  return { answers, episode, decisions: [], said: {}, filed: false }
}

/** Reads a draft from storage, which may hold anything; undefined when it is not a draft. */
export function readDraft(text: string | null): Draft | undefined {
  const found = parsed(text)
  if (!isObject(found) || !isObject(found.answers) || typeof found.episode !== 'string') return undefined
  const draft = newDraft(answersIn(found.answers), found.episode)
  const { decisions, review, said, filed } = found
  return {
    ...draft,
    decisions: Array.isArray(decisions) ? decisions.filter((id) => typeof id === 'string') : [],
    said: isObject(said) ? saidIn(said) : {},
    filed: filed === true,
    ...(typeof review === 'string' && { review }),
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function answersIn(found: Readonly<Record<string, unknown>>): Answers {
  const usable = Object.entries(found).filter((entry): entry is [string, Answer] => isAnswer(entry[1]))
  return Object.fromEntries(usable)
}

function saidIn(found: Readonly<Record<string, unknown>>): Draft['said'] {
  return Object.fromEntries(
    Object.entries(found).map(([decision, said]) => [decision, isObject(said) ? answersIn(said) : {}]),
  )
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}
