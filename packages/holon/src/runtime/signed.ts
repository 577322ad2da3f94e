import { HolonError } from '../spec/error.ts'

/** Refuses what nobody stands for, or what has no reason. `what` begins the sentence. @throws HolonError `input-invalid` */
export function mustBeSigned(
  what: string,
  { by, reason }: { readonly by: string; readonly reason: string },
): void {
  if (by.trim() !== '' && reason.trim() !== '') return
  throw new HolonError(
    'input-invalid',
    `${what} by somebody, and for a reason; one of them is empty.`,
    'Say who you are in `by`, and why in `reason`.',
  )
}
