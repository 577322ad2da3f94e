import { HolonError } from 'holon'
import type { z } from 'zod'
import { TaxReturn } from './return.ts'

type Issue = z.core.$ZodIssue

/**
 * Reads a return from untrusted data and fills in what was left out.
 *
 * @throws HolonError `input-invalid`; `details.field` is the path of the first wrong field, `fix` says what it may be.
 */
export function checkReturn(value: unknown): TaxReturn {
  const checked = TaxReturn.safeParse(value)
  if (checked.success) return checked.data
  const issue = checked.error.issues[0] as Issue
  const field = fieldOf(issue)
  const [wrong, fix] = described(issue)
  throw new HolonError('input-invalid', `${field === '' ? 'the tax return' : field} ${wrong}`, fix, {
    details: { field },
  })
}

function fieldOf(issue: Issue): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path
  return path.join('.')
}

function described(issue: Issue): [wrong: string, fix: string] {
  switch (issue.code) {
    case 'too_small':
      return [`is below ${issue.minimum}`, `Give ${issue.minimum} or more.`]
    case 'too_big':
      return [`is above ${issue.maximum}`, `Give ${issue.maximum} or less.`]
    case 'invalid_value':
      return ['is not one of the possible answers', `Give one of ${issue.values.join(', ')}.`]
    case 'invalid_type':
      return issue.expected === 'number'
        ? ['is not a finite number', 'Give a number of dollars, or leave it out for 0.']
        : [`is not of type ${issue.expected}`, `Give a value of type ${issue.expected}.`]
    case 'unrecognized_keys':
      return ['is not a field of a tax return', 'Leave it out, or correct its name.']
    default:
      return ['does not fit the rest of the tax return', issue.message]
  }
}
