import { useEffect, useState } from 'react'
import type { TaxReturn } from '../../domain/return.ts'
import { noteDecision } from '../feedback/say.ts'
import type { Seen } from './client.ts'
import { decide } from './decide.ts'

/** The answer of the meter's decision about a return; undefined until it is there. */
export function useSeen(episode: string, taxReturn: TaxReturn): Seen | undefined {
  const [seen, setSeen] = useState<Seen>()
  useEffect(() => {
    let current = true
    setSeen(undefined)
    decide(episode, taxReturn).then((answer) => {
      if (!current) return
      if (answer.id !== null) noteDecision(answer.id, answer.experience === 'review')
      setSeen(answer)
    })
    return () => {
      current = false
    }
  }, [episode, taxReturn])
  return seen
}
