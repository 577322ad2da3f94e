import UPlot from 'uplot'
import { formatMilliseconds, formatShare } from '../format/number.ts'

const steps = UPlot.paths.stepped?.({ align: -1 })

/** How the course is drawn, in the colours of the page. */
export function courseOptions(width: number, style: CSSStyleDeclaration): UPlot.Options {
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const font = `12px ${style.fontFamily}`
  const axis = {
    stroke: colour('--ink-3'),
    font,
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
  }
  return {
    width,
    height: 220,
    cursor: { y: false, points: { size: 7 } },
    legend: { live: true },
    scales: { share: { range: [0, 1] }, ms: { range: (_, __, most) => [0, (most || 1) * 1.15] } },
    axes: [
      { ...axis, grid: { show: false }, values: (_, times) => times.map(formatClock) },
      {
        ...axis,
        scale: 'share',
        size: 48,
        values: (_, shares) => shares.map((share) => `${Math.round(share * 100)}%`),
      },
      {
        ...axis,
        scale: 'ms',
        side: 1,
        size: 56,
        grid: { show: false },
        values: (_, ms) => ms.map((one) => `${Number(one.toPrecision(3))} ms`),
      },
    ],
    series: [
      { label: 'Time', value: (_, time) => (time === null ? '–' : formatClock(time)) },
      {
        label: 'fell back',
        scale: 'share',
        stroke: colour('--amber'),
        fill: colour('--amber-soft'),
        width: 2,
        ...(steps === undefined ? {} : { paths: steps }),
        value: (_, share) => (share === null ? '–' : formatShare(share)),
      },
      {
        label: 'median time',
        scale: 'ms',
        stroke: colour('--ink-2'),
        dash: [4, 3],
        width: 1.5,
        spanGaps: true,
        value: (_, ms) => (ms === null ? '–' : formatMilliseconds(ms)),
      },
    ],
  }
}

const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const second = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

const formatClock = (seconds: number): string => (seconds % 60 === 0 ? minute : second).format(seconds * 1000)
