import type { MeterReading } from '../../meter.ts'
import { needleAt } from './needle.ts'
import { inHundred } from './words.ts'
import './gauge.css'

const radius = 100
const gap = 2.2
const thirds = ['low', 'moderate', 'high'] as const

/** The needle between LOW and HIGH, with the level in words. */
export function Gauge({ level, percent }: Pick<MeterReading, 'level' | 'percent'>) {
  const turn = needleAt(level, percent) * 180
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <meter> cannot be drawn as a needle.
    <div
      className="gauge"
      data-level={level}
      role="meter"
      aria-label="Audit risk"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={`${level}: an examination would change about ${inHundred(percent)} returns like this`}
    >
      <svg viewBox="-128 -122 256 136" aria-hidden="true">
        {thirds.map((third, index) => (
          <path
            key={third}
            className="gauge-third"
            data-third={third}
            d={arc(index * 60 + (index === 0 ? 0 : gap / 2), (index + 1) * 60 - (index === 2 ? 0 : gap / 2))}
          />
        ))}
        <g className="gauge-needle" style={{ rotate: `${turn}deg` }}>
          <path d="M-88 0 L0 -5.5 L0 5.5 Z" />
        </g>
        <circle className="gauge-hub" r="10" />
      </svg>
      <div className="gauge-ends" aria-hidden="true">
        <span>Low</span>
        <span>High</span>
      </div>
      <p className="gauge-level" aria-hidden="true">
        {level}
      </p>
    </div>
  )
}

/** An arc between two angles in degrees, 0 at the left, 180 at the right. */
function arc(from: number, to: number): string {
  return `M${point(from)} A${radius} ${radius} 0 0 1 ${point(to)}`
}

function point(angle: number): string {
  const radians = (angle * Math.PI) / 180
  return `${(-radius * Math.cos(radians)).toFixed(2)} ${(-radius * Math.sin(radians)).toFixed(2)}`
}
