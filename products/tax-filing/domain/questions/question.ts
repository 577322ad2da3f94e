import type { Choice } from '../about.ts'

/** What a person answered: a choice by its value, dollars or a count as a number, yes as true. */
export type Answer = string | number | boolean

/** Answers by the id of their question. */
export type Answers = Readonly<Record<string, Answer>>

/** The parts of the interview, in order. */
export type SectionId = 'filing' | 'work' | 'investments' | 'business' | 'deductions' | 'payments' | 'about'

/** One question of the interview. */
export interface Question {
  readonly id: string
  readonly section: SectionId
  readonly text: string
  readonly help?: string
  readonly kind: 'money' | 'choice' | 'yes-no' | 'count'
  /** The possible answers of a choice. */
  readonly choices?: readonly Choice[]
  /** Smallest and largest number; 0 and the largest amount when absent. */
  readonly range?: (answers: Answers) => readonly [least: number, most: number]
  /** Taken when the person answers nothing. */
  readonly default?: Answer
  /** May stay without an answer. */
  readonly optional?: true
  /** Whether the question comes up, given the answers before it; always when absent. */
  readonly asked?: (answers: Answers) => boolean
}

/** Whether an answer says yes. */
export function isYes(id: string): (answers: Answers) => boolean {
  return (answers) => answers[id] === true
}

/** Whether the person files jointly with a spouse. */
export function isJoint(answers: Answers): boolean {
  return answers.status === 'married-jointly'
}

/** An answered number, 0 when there is none. */
export function numberIn(answers: Answers, id: string): number {
  const value = answers[id]
  return typeof value === 'number' ? value : 0
}
