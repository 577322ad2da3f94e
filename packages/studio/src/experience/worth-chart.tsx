import { expectedUtilityAt } from 'holon/stats'
import { useId, useMemo, useState } from 'react'
import { formatNumber } from '../format/number.ts'
import { columnsOf } from './apart.ts'
import { formatProbability } from './format.ts'
import { type Frame, frameOf, pixelsOf } from './frame.ts'
import { Handles } from './handles.tsx'
import { type Stretch, stretchesOf } from './lines.ts'
import { axisOf, PredictionHistogram } from './prediction-histogram.tsx'
import { type Domain, placed, ticksOf, worthDomain } from './scale.ts'
import { ShadeKey } from './shade-key.tsx'
import { StretchStrip } from './stretch-strip.tsx'
import { handOverWords, thresholdWords } from './thresholds.ts'
import type { Designing } from './use-designer.ts'
import { useWidth } from './use-width.ts'
import { WorthDots } from './worth-dots.tsx'
import { WorthLines } from './worth-lines.tsx'
import './worth-chart.css'

const top = 40
const bottom = 300
const height = 336

/** Expected utility over the probability, to be dragged; the predictions that really came stand below it. */
export function WorthChart({ designing }: { designing: Designing }) {
  const [place, width] = useWidth<HTMLDivElement>()
  const words = useId()
  const { noLines, decision, stretches } = designing
  return (
    <div className="worth-chart" ref={place}>
      {noLines === undefined ? (
        <>
          <Plot designing={designing} width={width} describedBy={words} />
          <p id={words} className="worth-thresholds">
            {[...thresholdWords(designing.lines, stretches), ...handOverWords(decision)].join(' · ')}
          </p>
        </>
      ) : (
        <Unlined designing={designing} width={width} why={noLines} />
      )}
      <PredictionHistogram designing={designing} width={width} />
      <p className="hidden">
        Policy of {decision.name}: {decision.policy.words}
      </p>
    </div>
  )
}

/** Where there are no lines: why, and what experiences would be worth for the decisions that were logged. */
function Unlined({ designing, width, why }: { designing: Designing; width: number; why: string }) {
  const { cases, shades } = designing
  const range = axisOf(designing)
  const frame = useMemo(() => frameOf(width), [width])
  const isWeighed = range !== undefined && cases.some(({ utilities }) => utilities !== undefined)
  return (
    <>
      <p className="worth-none">
        <b>No thresholds.</b> {why} What people would meet is asked of the logged decisions
        {isWeighed && ': a dot is what an experience is worth there, the large one the best'}.
      </p>
      {isWeighed && (
        <>
          <WorthDots cases={cases} shades={shades} frame={frame} range={range} />
          <ShadeKey shades={shades} />
        </>
      )}
    </>
  )
}

function Plot(props: { designing: Designing; width: number; describedBy: string }) {
  const { designing, width } = props
  const { lines, stretches, decision, presentLines, shades } = designing
  const [held, hold] = useState<Domain>()
  const frame = frameOf(width)
  const now = useMemo(() => domainOf(designing), [designing])
  const domain = held ?? now
  const x = (p: number) => placed([0, 1], pixelsOf(frame), p)
  const y = (worth: number) => placed(domain, [bottom, top], clamp(worth, domain))
  const before = useMemo(() => stretchesOf(presentLines), [presentLines])
  return (
    <fieldset
      className="worth-plot"
      aria-label="Expected utility of each experience over the probability"
      aria-describedby={props.describedBy}
    >
      <svg width={width} height={height} aria-hidden="true">
        <Grid domain={domain} frame={frame} y={y} />
        <WorthLines {...{ lines, stretches, shades, frame, x, domain, decision, top, bottom }} />
        <Marks stretches={before} now={stretches} x={x} />
        <StretchStrip stretches={stretches} shades={shades} x={x} y={14} />
      </svg>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the group is named; a title would pop up under every pointer. */}
      <svg className="worth-handles" width={width} height={height}>
        <Handles
          designing={designing}
          frame={frame}
          domain={domain}
          y={y}
          worthAt={(height) => placed([bottom, top], domain, height)}
          hold={(on) => hold(on ? domain : undefined)}
        />
      </svg>
    </fieldset>
  )
}

function domainOf({ lines, presentLines, stretches }: Designing): Domain {
  const best = stretches.flatMap(({ experience, from, to }) => {
    const line = lines.find(({ name }) => name === experience)
    if (line === undefined) return []
    return [from, to].map((p) => expectedUtilityAt(line, p))
  })
  return worthDomain([...lines, ...presentLines], Math.min(...best))
}

const clamp = (value: number, [least, most]: Domain): number => Math.min(most, Math.max(least, value))

function Grid(props: { domain: Domain; frame: Frame; y: (worth: number) => number }) {
  const { domain, frame, y } = props
  const { left, right, named } = frame
  return (
    <g className="worth-grid">
      {named && (
        <text x={0} y={28} data-start="true">
          expected utility
        </text>
      )}
      {ticksOf(domain, 8).map((tick) => (
        <g key={tick} data-zero={tick === 0}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={named ? 34 : (left + right) / 2} y={y(tick) + 4} data-end={named}>
            {formatNumber(tick)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** The thresholds, and where they were before the changes. */
function Marks(props: { stretches: readonly Stretch[]; now: readonly Stretch[]; x: (p: number) => number }) {
  const { stretches, now, x } = props
  const places = now.slice(1).map(({ from }) => from)
  const rows = columnsOf(places.map(x), 36, 2)
  const were = stretches.slice(1).map(({ from }) => from)
  return (
    <g className="worth-marks">
      {were
        .filter((p) => !places.includes(p))
        .map((p) => (
          <line key={`was ${p}`} data-was="true" x1={x(p)} x2={x(p)} y1={top - 4} y2={bottom} />
        ))}
      {places.map((p, index) => (
        <g key={p}>
          <line x1={x(p)} x2={x(p)} y1={top - 6} y2={bottom + 2} />
          <text x={x(p)} y={bottom + 17 + 13 * (rows[index] ?? 0)}>
            {formatProbability(p)}
          </text>
        </g>
      ))}
    </g>
  )
}
