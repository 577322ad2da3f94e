import type { QueryClient } from '@tanstack/react-query'

/**
 * Reads again what has become stale. A reading that is under way is neither begun anew, or it would never end while things
 * happen, nor believed, as it may have been answered before: it is followed by another.
 */
export async function renew(client: QueryClient, queryKey: readonly string[]): Promise<void> {
  const isUnderWay = client.isFetching({ queryKey }) > 0
  await client.invalidateQueries({ queryKey }, { cancelRefetch: false })
  if (isUnderWay) await client.invalidateQueries({ queryKey }, { cancelRefetch: false })
}
