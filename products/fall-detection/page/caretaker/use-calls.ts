import { useEffect, useState } from 'react'
import { type Call, openCalls } from './call.ts'

const look = 1_500

/** The open calls, looked at again and again; undefined until the server answered, `lost` while it does not. */
export function useCalls(withSimulated: boolean): {
  readonly calls: readonly Call[] | undefined
  readonly lost: boolean
  look(): void
} {
  const [calls, setCalls] = useState<readonly Call[]>()
  const [lost, setLost] = useState(false)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what says to look again
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let isCurrent = true
    const turn = async () => {
      const found = await openCalls(withSimulated)
      if (!isCurrent) return
      setLost(found === undefined)
      if (found !== undefined) setCalls(found)
      timer = setTimeout(turn, look)
    }
    void turn()
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [round, withSimulated])
  return { calls, lost, look: () => setRound(round + 1) }
}
