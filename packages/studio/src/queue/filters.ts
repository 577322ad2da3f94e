/** What the address of the queue says: whom the cases are for, whether the answered ones are shown, which one is open. */
export interface QueueFilters {
  readonly to?: string
  readonly done?: true
  readonly case?: string
}

/** Reads them from the address. */
export function readQueueFilters(search: Readonly<Record<string, unknown>>): QueueFilters {
  return {
    ...(typeof search.to === 'string' && { to: search.to }),
    ...(search.done === true && { done: true }),
    ...(typeof search.case === 'string' && { case: search.case }),
  }
}
