import { useEffect, useMemo, useRef } from 'react'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { healthOf } from '../decisions/health.ts'
import { formatMilliseconds, formatShare } from '../format/number.ts'
import type { Decided } from '../wire/entries.ts'
import { bucketSize, bucketsOf } from './buckets.ts'
import './course.css'
import { courseOptions } from './course-options.ts'

const count = 120

/** How the share that fell back and the time taken went over the decisions at hand. */
export function Course({ decisions }: { decisions: readonly Decided[] }) {
  const data = useMemo(() => bucketsOf(decisions, bucketSize(decisions, count), count), [decisions])
  const { degradedShare, medianMilliseconds } = healthOf(decisions.slice(0, 50))
  return (
    <figure className="course">
      <Plot data={data} />
      <figcaption className="small">
        Of the last {Math.min(50, decisions.length)} decisions,{' '}
        <b>{degradedShare === undefined ? '–' : formatShare(degradedShare)}</b> fell back; the median took{' '}
        <b>{medianMilliseconds === undefined ? '–' : formatMilliseconds(medianMilliseconds)}</b>.
      </figcaption>
    </figure>
  )
}

function Plot({ data }: { data: ReturnType<typeof bucketsOf> }) {
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<UPlot>(undefined)
  const latest = useRef(data)
  latest.current = data
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const draw = () => {
      plot.current?.destroy()
      const options = courseOptions(element.clientWidth, getComputedStyle(element))
      plot.current = new UPlot(options, mutable(latest.current), element)
    }
    const sizes = new ResizeObserver(draw)
    sizes.observe(element)
    // Canvas does not follow custom properties by itself.
    const colours = new MutationObserver(draw)
    colours.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] })
    return () => {
      sizes.disconnect()
      colours.disconnect()
      plot.current?.destroy()
    }
  }, [])
  useEffect(() => plot.current?.setData(mutable(data)), [data])
  return <div className="course-plot" ref={place} aria-hidden="true" />
}

const mutable = ([times, shares, ms]: ReturnType<typeof bucketsOf>): UPlot.AlignedData => [times, shares, ms]
