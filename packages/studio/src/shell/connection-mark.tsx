import { useConnection } from '../live/live.tsx'

const words = { connecting: 'Connecting', open: 'Live', away: 'Away' }

/** Whether what the page shows is what happens now. */
export function ConnectionMark() {
  const { connection } = useConnection()
  return (
    <span className="connection small" data-state={connection.state} role="status">
      {words[connection.state]}
    </span>
  )
}
