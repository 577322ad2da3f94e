import { z } from 'zod'
import { examinationRate } from './domain/examination-rates.ts'

/** What a person pays for audit support where it is offered. Dollars. */
export const guaranteePrice = 39

/** Where the meter's needle stands. */
export const levels = ['low', 'moderate', 'high'] as const

/** Where the meter's needle stands. */
export type Level = (typeof levels)[number]

/** What a fact did to the estimate, in percentage points. */
export const Driver = z.object({ fact: z.string(), value: z.string(), by: z.number() })

/** What the meter shows. */
export const MeterReading = z.object({
  level: z.enum(levels),
  /** Chance in percent that an examination of this return would change it. */
  percent: z.number().min(0).max(100),
  /** How often returns of this income are examined at all, as published; null where nothing is published. */
  examined: z.object({ percent: z.number(), band: z.string(), source: z.string() }).nullable(),
  /** Audit support: part of the price, at a price, or not on offer. */
  guarantee: z.enum(['included', 'offered', 'none']),
  drivers: z.array(Driver),
})
export type MeterReading = z.infer<typeof MeterReading>

/** A reading with the lines that are worth a second look. */
export const Review = MeterReading.extend({ lines: z.array(z.string()).min(1) })
export type Review = z.infer<typeof Review>

/** Probabilities of a change at which the needle moves on. */
export const steps = { moderate: 0.2, high: 0.5 } as const

/** From this share of returns examined, an examination is likely enough to move the needle up by itself. */
const oftenExamined = 1

/**
 * The level for a probability that an examination would change the return, and the published rate of examinations in
 * percent. Incomes that are examined often are never called low.
 */
export function levelOf(probability: number, examinedPercent = 0): Level {
  if (probability >= steps.high) return 'high'
  return probability >= steps.moderate || examinedPercent >= oftenExamined ? 'moderate' : 'low'
}

/**
 * Probability that a reading turns out well founded. LOW is right when an examination would change nothing, HIGH when
 * it would; MODERATE claims that it could go either way, which is as true as the outcome is uncertain: 4 p (1 - p).
 */
export function wellFounded(probability: number): number {
  const level = levelOf(probability)
  if (level === 'low') return 1 - probability
  return level === 'high' ? probability : 4 * probability * (1 - probability)
}

/** What the meter shows for a probability, an income and the facts that moved the estimate. */
export function readingOf(
  probability: number,
  totalPositiveIncome: number,
  drivers: readonly z.infer<typeof Driver>[],
): MeterReading {
  const published = examinationRate(totalPositiveIncome)
  const level = levelOf(probability, published?.percent)
  return {
    level,
    percent: Math.round(probability * 1000) / 10,
    examined: published
      ? { percent: published.percent, band: published.band.name, source: published.rates.source }
      : null,
    guarantee: level === 'low' ? 'included' : level === 'moderate' ? 'offered' : 'none',
    drivers: drivers.slice(0, 5),
  }
}
