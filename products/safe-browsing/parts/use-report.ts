import type { Client } from '@holon/client'
import type { Field, FieldStatus, Report } from '@holon/react'
import { useState } from 'react'
import type { Visited } from '../extension/warned.ts'
import type { Reported } from '../report.ts'
import type { safeBrowsing } from '../system.ts'

/** What somebody can claim about an address. */
export type Claim = Reported['claim']

/** What is known of a report: as a field for the form, and in words once there is an answer. */
export interface Reporting<C extends Claim> extends Field<Report<C>> {
  readonly said: string | undefined
}

/**
 * Puts an address into the queue of the reviewers, and tells the decision that was disputed. A server that is away
 * leaves the report in the form, to be sent again.
 */
export function useReport<C extends Claim>(
  client: Pick<Client<typeof safeBrowsing>, 'decide' | 'feedback'>,
  { address, id, experience }: Omit<Visited, 'told'>,
  subject: string,
): Reporting<C> {
  const [value, setValue] = useState<Report<C>>()
  const [status, setStatus] = useState<FieldStatus>('none')
  const [said, setSaid] = useState<string>()
  const send = async (report: Report<C>): Promise<void> => {
    setValue(report)
    setStatus('pending')
    const { category: claim, text } = report
    const answer = await client.decide(
      'report',
      { address, claim, text, met: experience },
      { fallback: 'thanked', subject },
    )
    if (answer.id === null) {
      setValue(undefined)
      setStatus('failed')
      return
    }
    if (experience !== 'nothing') client.feedback(id, 'reportedWrong', true)
    setStatus('sent')
    setSaid(answer.text)
  }
  return {
    value,
    status,
    said,
    send: (report) => void send(report),
    undo: () => undefined,
  }
}
