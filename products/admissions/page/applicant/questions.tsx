import { Button } from '@mantine/core'
import type { DecisionId } from 'holon'
import { useState } from 'react'
import { client } from '../holon.ts'

const degrees = [1, 2, 3, 4, 5] as const

/** Two questions to the applicant. */
export function Questions({ letter }: { letter: DecisionId<'letter'> }) {
  const [understood, setUnderstood] = useState<boolean>()
  const [trust, setTrust] = useState<number>()
  return (
    <section className="sheet questions" aria-label="Two questions">
      <fieldset>
        <legend>Do you understand how it came about?</legend>
        {[true, false].map((value) => (
          <Button
            key={String(value)}
            variant="default"
            aria-pressed={understood === value}
            onClick={() => {
              setUnderstood(value)
              client.feedback(letter, 'understood', value)
            }}
          >
            {value ? 'Yes' : 'No'}
          </Button>
        ))}
      </fieldset>
      <fieldset>
        <legend>How fairly do you feel treated? 1 is not at all, 5 is wholly.</legend>
        {degrees.map((value) => (
          <Button
            key={value}
            variant="default"
            aria-pressed={trust === value}
            onClick={() => {
              setTrust(value)
              client.feedback(letter, 'trust', value)
            }}
          >
            {value}
          </Button>
        ))}
      </fieldset>
    </section>
  )
}
