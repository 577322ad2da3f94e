import type { DecisionDocument } from 'holon'
import { formatMeasured } from '../format/number.ts'
import { Panel } from '../look/panel.tsx'
import { cannotBecause, decidesAll, type Selective, selectiveOf } from './coverage.ts'
import './coverage-panel.css'
import { formatPercent } from './format.ts'
import { placed, ticksOf } from './scale.ts'
import { useWidth } from './use-width.ts'

/** What a selective policy promises, and what that costs in coverage; nothing for other policies. */
export function CoveragePanel({ decision }: { decision: DecisionDocument }) {
  const selective = selectiveOf(decision.policy)
  if (selective === undefined) return null
  return (
    <Panel title="What is decided alone">
      <Promised selective={selective} />
      {selective.curve.length > 1 && <Curve selective={selective} />}
    </Panel>
  )
}

function Promised({ selective }: { selective: Selective }) {
  const { promise, handOver } = selective
  const words = `wrong in at most ${formatPercent(promise.wrongAtMost)} of the cases handled alone, with ${formatPercent(promise.confidence)} confidence`
  if (!selective.certified) {
    return (
      <p className="coverage-cannot">
        <b>Cannot promise</b> to be {words}. {cannotBecause(selective)} Every case is handed over: {handOver}.
      </p>
    )
  }
  return (
    <p>
      <b>Promised:</b> {words}.{' '}
      {decidesAll(selective) ? (
        'It decides every case alone.'
      ) : (
        <>
          It decides alone from a sureness of {formatMeasured(selective.threshold)} on, which is{' '}
          {formatPercent(selective.coverage)} of the calibration cases; the rest is handed over: {handOver}.
        </>
      )}
    </p>
  )
}

const height = 220
const margin = { left: 52, right: 16, top: 16, bottom: 44 }

function Curve({ selective }: { selective: Selective }) {
  const { curve, promise, certified } = selective
  const [place, width] = useWidth<HTMLDivElement>(480)
  const most = Math.max(promise.wrongAtMost * 2, ...curve.map((one) => one.risk)) * 1.15
  const x = (share: number) => placed([0, 1], [margin.left, width - margin.right], share)
  const y = (share: number) => placed([0, most], [height - margin.bottom, margin.top], Math.min(most, share))
  const line = curve.map((one) => `${x(one.coverage)},${y(one.risk)}`).join(' ')
  const band = [
    ...curve.map((one) => `${x(one.coverage)},${y(one.interval.upper)}`),
    ...curve.toReversed().map((one) => `${x(one.coverage)},${y(one.interval.lower)}`),
  ].join(' ')
  const label = certified
    ? `Risk against coverage: ${formatPercent(selective.risk)} wrong at the certified coverage of ${formatPercent(selective.coverage)}`
    : 'Risk against coverage; no threshold keeps the promise'
  return (
    <div ref={place}>
      <svg className="coverage-curve" width={width} height={height} role="img" aria-label={label}>
        {ticksOf([0, most], 5).map((tick) => (
          <g key={tick}>
            <line className="grid" x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
            <text x={margin.left - 8} y={y(tick) + 4} data-side="left">
              {formatPercent(tick)}
            </text>
          </g>
        ))}
        {[0, 0.5, 1].map((tick) => (
          <text key={tick} x={x(tick)} y={height - margin.bottom + 18} data-end={tick === 1}>
            {formatPercent(tick)}
          </text>
        ))}
        <text x={(margin.left + width - margin.right) / 2} y={height - 6}>
          share decided alone
        </text>
        <polygon className="band" points={band} />
        <polyline className="curve" points={line} />
        <line
          className="promise"
          x1={margin.left}
          x2={width - margin.right}
          y1={y(promise.wrongAtMost)}
          y2={y(promise.wrongAtMost)}
        />
        <text
          className="promise-word"
          x={width - margin.right}
          y={y(promise.wrongAtMost) - 6}
          data-end="true"
        >
          promise: {formatPercent(promise.wrongAtMost)}
        </text>
        {certified && (
          <>
            <line
              className="certified"
              x1={x(selective.coverage)}
              x2={x(selective.coverage)}
              y1={margin.top}
              y2={height - margin.bottom}
            />
            <circle className="certified-point" cx={x(selective.coverage)} cy={y(selective.risk)} r={5} />
          </>
        )}
      </svg>
      <p className="small quiet">
        Share of wrong ones among those decided alone, on {selective.n} calibration cases, with its 95%
        interval.
      </p>
    </div>
  )
}
