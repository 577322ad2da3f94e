import type { Command } from 'commander'

/**
 * Adds one command to the program; `done` takes its exit code. What a command works with is imported when it is run: asking
 * for help should not wait for databases to be loaded.
 */
export type AddCommand = (program: Command, done: (code: number) => void) => void

/** The description of the option that every command has. */
export const asJson = ['--json', 'answer with JSON'] as const

/** Prints a value as JSON, or as text for a person. */
export function answer(json: boolean | undefined, value: unknown, text: () => string): void {
  process.stdout.write(`${json === true ? JSON.stringify(value, null, 2) : text()}\n`)
}
