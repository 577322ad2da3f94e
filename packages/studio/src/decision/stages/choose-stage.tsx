import { apprenticeSentence } from '../apprentice-sentence.ts'
import { DrawLine } from '../draw-line.tsx'
import { Stage } from '../stage.tsx'
import type { Opened } from './opened.ts'

/** Which experience the policy wants. */
export function ChooseStage({ document, point, replayed }: Opened) {
  const { record } = document
  const apprentice = apprenticeSentence(record)
  return (
    <Stage
      title="Choose"
      does={
        point?.policy.words ??
        'The policy spreads probability over the experiences, and a random draw picks one.'
      }
      ms={record.timings.choose}
      replayed={replayed('choose')}
    >
      <DrawLine record={record} order={point?.experiences.map((one) => one.name) ?? []} />
      {apprentice !== undefined && <p className="small">{apprentice}</p>}
    </Stage>
  )
}
