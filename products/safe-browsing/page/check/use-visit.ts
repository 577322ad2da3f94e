import { useEffect, useMemo, useState } from 'react'
import type { Address } from '../../domain/address.ts'
import type { AnsweredHere } from '../../here.ts'
import { useDecision } from '../holon.ts'

/** Stands for whoever sits here, for as long as the page is open. */
export const subject = `page-${crypto.randomUUID()}`

/** What is said of an address: by the server, or by this browser alone while the server is away; undefined until then. */
export function useVisit(address: Address) {
  const context = useMemo(() => ({ address: address.href, from: 'page' }) as const, [address])
  const { answer } = useDecision('visit', context, { fallback: 'nothing', subject, timeout: 3_000 })
  const away = answer !== undefined && answer.id === null
  const here = useHere(away ? address : undefined)
  return away ? here && { ...here, id: null, away } : answer && { ...answer, away }
}

function useHere(address: Address | undefined): AnsweredHere | undefined {
  const [answer, setAnswer] = useState<AnsweredHere>()
  useEffect(() => {
    if (address === undefined) return
    let current = true
    const decide = async () => {
      const [{ decideHere }, { default: file }] = await Promise.all([
        import('../../here.ts'),
        import('../../model/phishing.onnx?url'),
      ])
      const found = await (await decideHere(file))(address.href)
      if (current) setAnswer(found)
    }
    void decide()
    return () => {
      current = false
    }
  }, [address])
  return answer
}
