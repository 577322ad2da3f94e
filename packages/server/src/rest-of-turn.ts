let rest: Promise<void> | undefined

/**
 * Resolves once this turn of the event loop has read the other requests that have come. What is then done for all of them
 * at a stretch costs less than what is done between their reads, as code and data are still in the processor's caches.
 */
export function restOfTurn(): Promise<void> {
  rest ??= new Promise((resolve) =>
    setImmediate(() => {
      rest = undefined
      resolve()
    }),
  )
  return rest
}
