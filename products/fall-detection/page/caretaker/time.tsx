import { useEffect, useState } from 'react'

/** How long ago something was. */
export const Since = ({ at }: { at: number }) => <>{spoken(Math.max(0, useNow() - at))}</>

/** When something will be. */
export function Until({ at }: { at: number }) {
  const left = at - useNow()
  return <>{left <= 0 ? 'now' : `in ${spoken(left)}`}</>
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** A length of time in minutes and seconds. */
export function spoken(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  const minutes = Math.floor(seconds / 60)
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`
}
