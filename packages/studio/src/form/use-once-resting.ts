import { useDebouncedCallback } from '@mantine/hooks'
import { useRouter } from '@tanstack/react-router'

/**
 * Tells what was typed once it has rested for so many milliseconds, so that the address can follow. Whoever pressed a link or
 * a button since is on the way to another page, which may still be loading: then nothing is told, as it would call them back.
 */
export function useOnceResting<Typed extends unknown[]>(tell: (...typed: Typed) => void, rest: number) {
  const router = useRouter()
  return useDebouncedCallback((...typed: Typed) => {
    if (router.latestLocation.pathname === router.state.resolvedLocation?.pathname) tell(...typed)
  }, rest)
}
