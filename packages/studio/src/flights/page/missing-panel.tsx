import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import type { Missing } from 'holon'
import { formatShare } from '../../format/number.ts'
import { Panel } from '../../look/panel.tsx'
import { formatP } from '../effect/effect-words.ts'
import './missing-panel.css'

/** Who or what is not seen, and whether of all arms alike. */
export function MissingPanel({ missing }: { missing: readonly Missing[] }) {
  return (
    <Panel title="Who is missing">
      <ul className="missing">
        {missing.map((one) => (
          <Gap key={one.what} gap={one} />
        ))}
      </ul>
    </Panel>
  )
}

function Gap({ gap: { what, arms, pValue, uneven, blocks } }: { gap: Missing }) {
  const Icon = uneven ? (blocks ? IconAlertTriangle : IconInfoCircle) : IconCheck
  const p = pValue === null ? '' : ` (${formatP(pValue)})`
  return (
    <li data-uneven={uneven} data-blocks={blocks}>
      <Icon size={16} aria-hidden="true" />
      <div>
        <p>{what}</p>
        <p className="small">
          {uneven
            ? `Uneven${p}: ${blocks ? 'nothing can be said until it is known what loses them.' : 'the change may have brought it.'}`
            : `As even as chance makes it${p}.`}
        </p>
        <dl className="missing-arms small">
          {arms.map(({ arm, n, of }) => (
            <div key={arm}>
              <dt>{arm}</dt>
              <dd>
                {Math.round(n).toLocaleString('en-US')} of {Math.round(of).toLocaleString('en-US')}
                {of > 0 && `, ${formatShare(n / of)}`}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  )
}
