import { useEffect, useState } from 'react'

/** The time, renewed every few seconds, in milliseconds since 1970. */
export function useNow(): number {
  const [now, set] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => set(Date.now()), 5000)
    return () => clearInterval(timer)
  }, [])
  return now
}
