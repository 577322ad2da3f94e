import { z } from 'zod'
import { range, type Shape } from './domain/shape.ts'
import { traceLength } from './domain/trace.ts'

const size = z.number().min(0)
const share = z.number().min(0).max(1)
const angle = z.number().min(0).max(180)

const measured = {
  impact: size.max(range),
  jolt: size.max(range),
  speed: size.max(100),
  loose: share,
  approach: size.max(100),
  turned: angle,
  turnedBefore: angle,
  turnedAfter: angle,
  spin: size.max(10_000),
  burst: share,
  rival: share,
  knocks: size.max(30),
  aftershock: size.max(100),
  rattle: size.max(10_000),
  settling: size.max(100),
  stirring: size.max(100),
  fidgeting: size.max(10_000),
} satisfies Record<keyof Shape, z.ZodType<number>>

/** From where readings come; `world`: from one of the simulated people that demonstrate the product. */
export const sources = ['watch', 'phone', 'simulation', 'recording', 'world'] as const

/** From where readings come. */
export type Source = (typeof sources)[number]

/** What the watch sends of a moment: its shape and its trace, never the readings. */
export const Noticed = z.object({
  /** What the caretaker calls the wearer. */
  wearer: z.string().min(1).max(60),
  shape: z.object(measured),
  /** Strength in g, ten bars a second; empty where the wearer called without a moment. */
  trace: z.array(size.max(range)).max(traceLength),
  /** Whether the wearer called for help by the button. */
  called: z.boolean().meta({ dataClass: 'public', title: 'Called by the wearer' }),
  source: z.enum(sources).meta({ dataClass: 'public', title: 'Source' }),
})
export type Noticed = z.infer<typeof Noticed>
