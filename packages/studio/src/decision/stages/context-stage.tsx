import { IconLock } from '@tabler/icons-react'
import type { JsonObject } from 'holon'
import { Stage } from '../stage.tsx'
import { Values } from '../values.tsx'
import { Erased } from './erased.tsx'
import type { Opened } from './opened.ts'
import './sealed.css'

/** What was known when it was decided. */
export function ContextStage({ document }: Opened) {
  const { record, private: closed } = document
  return (
    <Stage title="Context" does="What was known.">
      {Object.keys(record.context).length > 0 && <Values values={record.context} />}
      {closed === null ? <Erased /> : <Closed values={closed.context} />}
    </Stage>
  )
}

function Closed({ values }: { values: JsonObject }) {
  if (Object.keys(values).length === 0) return null
  return (
    <>
      <p className="sealed small">
        <IconLock size={15} aria-hidden="true" /> Personal, sealed under this person's key:
      </p>
      <Values values={values} fold />
    </>
  )
}
