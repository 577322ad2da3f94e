import { useEffect, useState } from 'react'

/** The time, renewed every few seconds, in milliseconds since 1970. */
export function useNow(every = 5000): number {
  const [now, set] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => set(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}
