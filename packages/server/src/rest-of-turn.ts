interface Stretch {
  readonly done: Promise<void>
  readonly end: () => void
  count: number
}

/** So many are enough: while others are read, the log stores these. One stretch of all would leave it, and then this thread, idle. */
const most = 64

let stretch: Stretch | undefined

/**
 * Resolves once this turn of the event loop has read the other requests that have come, or enough of them. What is then done
 * for all of them at a stretch costs less than what is done between their reads, as code and data are still in the
 * processor's caches.
 */
export function restOfTurn(): Promise<void> {
  stretch ??= begin()
  const { done, end } = stretch
  if (++stretch.count === most) end()
  return done
}

function begin(): Stretch {
  const { promise, resolve } = Promise.withResolvers<void>()
  const begun: Stretch = {
    done: promise,
    count: 0,
    end: () => {
      if (stretch === begun) stretch = undefined
      resolve()
    },
  }
  setImmediate(begun.end)
  return begun
}
