import type { SimulationDocument } from 'holon'
import { formatNumber } from '../../format/number.ts'
import { Panel } from '../../look/panel.tsx'
import { Empty } from '../../look/state.tsx'
import './quality-panel.css'

/** How well models told apart what is true, which only the world knows. */
export function QualityPanel({ quality }: { quality: SimulationDocument['quality'] }) {
  const known = quality.filter(({ n }) => n > 0)
  return (
    <Panel
      title="How good the models really were"
      aside={<span className="truth small">only the world knows</span>}
    >
      {known.length === 0 ? (
        <Empty title="The world did not say what is true of any prediction." />
      ) : (
        <>
          <ul className="qualities">
            {known.map(({ decision, auc, n }) => (
              <li key={decision}>
                <span>{decision}</span>
                <b className="truth">{auc === null ? '–' : auc.toFixed(3)}</b>
                <span className="quiet small">of {formatNumber(n)}</span>
              </li>
            ))}
          </ul>
          <p className="quiet small">
            Area under the curve: how often the model put a true case above an untrue one. 0.5 is guessing, 1
            is perfect.
          </p>
        </>
      )}
    </Panel>
  )
}
