import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useConnection } from '../live/live.tsx'

/** Says that the server is away, when the page will try again, and lets a person not wait for it. */
export function AwayBanner() {
  const { connection, tryNow } = useConnection()
  const retryAt = connection.state === 'away' ? connection.retryAt : undefined
  const seconds = useSecondsUntil(retryAt)
  if (retryAt === undefined) return null
  return (
    <div className="away">
      <IconPlugConnectedX size={18} aria-hidden="true" />
      <p>
        <strong>The server is away.</strong> What you see is as it was.{' '}
        <span className="away-when">{seconds > 0 ? `Trying again in ${seconds} s.` : 'Trying again…'}</span>
      </p>
      <Button onClick={tryNow}>Try now</Button>
    </div>
  )
}

function useSecondsUntil(time: number | undefined): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (time === undefined) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [time])
  return time === undefined ? 0 : Math.max(0, Math.ceil((time - now) / 1000))
}
