import type { Level } from '../../meter.ts'
import { steps } from '../../meter.ts'

const zones: Readonly<Record<Level, readonly [from: number, to: number]>> = {
  low: [0, 100 * steps.moderate],
  moderate: [100 * steps.moderate, 100 * steps.high],
  high: [100 * steps.high, 100],
}
const order: readonly Level[] = ['low', 'moderate', 'high']

/** Never on the border of two zones, which would leave it open which one is meant. */
const margin = 0.12

/**
 * Where the needle stands, from 0 (left) to 1: in the third of its level, by the percentage within it. The level rules:
 * it can be above what the percentage alone would give.
 */
export function needleAt(level: Level, percent: number): number {
  const [from, to] = zones[level]
  const within = Math.min(1 - margin, Math.max(margin, (percent - from) / (to - from)))
  return (order.indexOf(level) + within) / order.length
}
