import { HolonError } from 'holon'

/**
 * Gives up waiting after a time; what was waited for goes on unseen.
 *
 * @throws HolonError `too-slow`, or whatever the work throws
 */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooSlow(milliseconds)), milliseconds)
    const settle =
      <R>(how: (result: R) => void) =>
      (result: R) => {
        clearTimeout(timer)
        how(result)
      }
    work.then(settle(resolve), settle(reject))
  })
}

function tooSlow(milliseconds: number): HolonError {
  return new HolonError(
    'too-slow',
    `There was no answer within ${milliseconds / 1000} s.`,
    'Ask again with the same key: what was done meanwhile is not done twice.',
  )
}
