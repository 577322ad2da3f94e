import { useState } from 'react'
import type { Standing } from '../episode/standing.ts'
import { client } from '../holon.ts'
import type { Alarm } from './alarm.ts'

type Over = Extract<Standing, { readonly is: 'over' }>

const bothers = [
  { value: -2, words: 'A nuisance' },
  { value: -1, words: 'Not so good' },
  { value: 0, words: 'Neither' },
  { value: 1, words: 'Good' },
  { value: 2, words: 'Good to know somebody looks' },
] as const

/** Two questions once it is over: only the wearer knows what happened, and how it was to be asked. */
export function After({ standing, alarm }: { standing: Over; alarm: Alarm }) {
  const [fell, setFell] = useState<boolean>()
  const [bother, setBother] = useState<number>()
  const tell = (value: boolean) => {
    setFell(value)
    void client.feedback(standing.first, 'fellReally', value)
  }
  const rate = (value: number) => {
    setBother(value)
    void client.feedback(standing.first, 'bother', value)
  }
  return (
    <section className="after" aria-label="Afterwards">
      <fieldset>
        <legend>Did you fall?</legend>
        <div className="choices">
          {[true, false].map((value) => (
            <button
              key={String(value)}
              type="button"
              aria-pressed={fell === value}
              onClick={() => tell(value)}
            >
              {value ? 'Yes' : 'No'}
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>How was it to be asked?</legend>
        <div className="choices">
          {bothers.map(({ value, words }) => (
            <button key={value} type="button" aria-pressed={bother === value} onClick={() => rate(value)}>
              {words}
            </button>
          ))}
        </div>
      </fieldset>
      <button type="button" className="plain" onClick={() => alarm.rest()}>
        Back to the time
      </button>
    </section>
  )
}
