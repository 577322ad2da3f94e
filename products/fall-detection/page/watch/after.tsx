import type { Standing } from '../episode/standing.ts'
import { client } from '../holon.ts'
import { Question, yesOrNo } from '../shell/question.tsx'
import type { Alarm } from './alarm.ts'

type Over = Extract<Standing, { readonly is: 'over' }>

const bothers = [
  { value: -2, words: 'A nuisance' },
  { value: -1, words: 'Not so good' },
  { value: 0, words: 'Neither' },
  { value: 1, words: 'Good' },
  { value: 2, words: 'Good to know somebody looks' },
] as const

/** Three questions once it is over: only the wearer knows what happened, how it was to be asked, and what comes of it. */
export function After({ standing, alarm }: { standing: Over; alarm: Alarm }) {
  const { first } = standing
  return (
    <section className="after" aria-label="Afterwards">
      <Question
        asks="Did you fall?"
        choices={yesOrNo}
        onChoose={(fell) => void client.feedback(first, 'fellReally', fell)}
      />
      <Question
        asks="How was it to be asked?"
        choices={bothers}
        onChoose={(bother) => void client.feedback(first, 'bother', bother)}
      />
      <Question
        asks="Do you go on wearing the watch?"
        choices={yesOrNo}
        onChoose={(worn) => void client.feedback(first, 'worn', worn)}
      />
      <button type="button" className="plain" onClick={() => alarm.rest()}>
        Back to the time
      </button>
    </section>
  )
}
