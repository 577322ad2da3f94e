import { ActionIcon } from '@mantine/core'
import { IconChevronUp } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import type { Oddity } from '../../domain/stands-out.ts'
import type { Draft } from '../draft/draft.ts'
import { AuditedWorry } from '../feedback/audited-worry.tsx'
import { saidOf } from '../feedback/say.ts'
import { UsefulQuestion } from '../feedback/useful-question.tsx'
import type { Shown } from './client.ts'
import { Drivers } from './drivers.tsx'
import { Examined } from './examined.tsx'
import { Gauge } from './gauge.tsx'
import { Guarantee } from './guarantee.tsx'
import { Meaning } from './meaning.tsx'
import { ModelNote } from './model-note.tsx'
import { useExposure } from './use-exposure.ts'
import './meter-card.css'

/** The audit-risk meter: what it reads, what that means, what moved it, and what the person thinks of it. */
export function MeterCard(props: { seen: Shown; draft: Draft; oddities: readonly Oddity[] }) {
  const { seen, draft, oddities } = props
  const { id, parameters: reading, explanation } = seen
  const [folded, setFolded] = useState(false)
  // Where there is room the grounds stand beside the reading; on a phone they are one tap away.
  const [wide] = useState(() => matchMedia('(width >= 64rem)').matches)
  const card = useRef<HTMLElement>(null)
  const title = useId()
  useExposure(id, card)
  const said = saidOf(draft, id)
  return (
    <section className="meter sheet" aria-labelledby={title} ref={card}>
      <header className="meter-head">
        <h2 id={title}>Audit risk</h2>
        <ActionIcon
          aria-label={folded ? 'Unfold the meter' : 'Fold the meter away'}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        >
          <IconChevronUp className={folded ? 'meter-unfold' : undefined} size={20} aria-hidden />
        </ActionIcon>
      </header>
      {!folded && (
        <>
          <Gauge level={reading.level} percent={reading.percent} />
          <Meaning reading={reading} oddities={oddities} />
          <details className="meter-why" open={wide}>
            <summary>Where this comes from</summary>
            <Examined examined={reading.examined} />
            <Drivers reading={reading} base={explanation && 100 * explanation.base} />
            <ModelNote versions={seen.model} />
          </details>
          <Guarantee guarantee={reading.guarantee} decision={id} taken={said.guarantee === true} />
          <div className="meter-part meter-asks">
            <UsefulQuestion decision={id} said={said} />
            <AuditedWorry seen={seen} said={said} />
          </div>
        </>
      )}
    </section>
  )
}
