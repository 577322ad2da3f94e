import { describe, expect, it } from 'vitest'
import type { OpenEntry } from '../../spec/record.ts'
import type { Answer } from '../../spec/running.ts'
import type { DecisionPart } from '../../system/decision.ts'
import { type LimitInit, limit } from '../../system/limit.ts'
import { heat } from '../hole.fixture.ts'
import type { Saying } from '../story.ts'
import { declared } from './declared.ts'
import { fallback } from './fallback.ts'
import { latches } from './latches.ts'
import { limits } from './limits.ts'
import { probabilities } from './probabilities.ts'
import { replays } from './replays.ts'
import type { Witnessed } from './rule.ts'

const noon = Date.UTC(2026, 0, 5, 12)

/** An answer of the heater, as far as rules look at it. */
function seen(init: {
  readonly experience?: string
  readonly parameters?: unknown
  readonly record?: Partial<OpenEntry>
  readonly at?: number
  readonly episode?: string
  readonly subject?: string
  readonly crowd?: number
  readonly says?: Saying
  readonly took?: number
  readonly step?: number
  readonly part?: Partial<DecisionPart>
  readonly replayed?: boolean
}): Witnessed {
  const { experience = 'heat', parameters = { watts: 7 }, at = noon, episode, subject } = init
  const record = {
    ...{ experience, wanted: experience, interventions: [], degraded: false, propensity: 1 },
    ...{ probabilities: { [experience]: 1 }, ...init.record },
  } as unknown as OpenEntry
  const answer = { experience, parameters, propensity: record.propensity } as unknown as Answer
  const context = { celsius: 20, door: 'shut' }
  return {
    told: {
      decision: 'heat',
      context,
      answer,
      record,
      at,
      back: [],
      ...(episode !== undefined && { episode }),
      ...(subject !== undefined && { subject }),
    },
    part: { ...heat, ...init.part } as DecisionPart,
    request: { decision: 'heat', context, ...(init.says !== undefined && { model: init.says }) },
    replay: async () => ({
      ...{ id: '', snapshot: '', equal: init.replayed ?? true },
      stages: [{ stage: 'guard', recorded: 1, replayed: 2, equal: false }],
    }),
    ...{ crowd: init.crowd ?? 1, took: init.took ?? 0, patience: 50, step: init.step ?? 0 },
  }
}

describe('every answer is one that was declared', () => {
  it('minds the name of the experience and the schema of its parameters', async () => {
    const { answered } = declared()
    expect(await answered(seen({}))).toBeUndefined()
    expect(await answered(seen({ experience: 'cool' }))).toContain('no experience')
    expect(await answered(seen({ parameters: { watts: -1 } }))).toContain('do not fit')
    expect(await answered(seen({ parameters: null }))).toContain('do not fit')
  })
})

describe('propensities are probabilities', () => {
  it.each([
    [{ probabilities: { heat: 0.9 } }, 'sum to 0.9'],
    [{ probabilities: { heat: -0.5, off: 1.5 } }, 'sum to 1'],
    [{ probabilities: { off: 1 } }, 'with probability 0'],
    [{ probabilities: { heat: 0.5, off: 0.5 } }, 'propensity 1, logged 0.5'],
  ])('minds %o', async (record, wrong) => {
    expect(await probabilities().answered(seen({ record }))).toContain(wrong)
    expect(await probabilities().answered(seen({}))).toBeUndefined()
  })
})

describe('a broken model leads to the fallback, in time', () => {
  it.each<Saying>([
    { says: Number.NaN },
    { says: 'warm' },
    { throws: true },
    { hangs: true },
    { says: 7, after: 51 },
  ])('minds %o', async (says) => {
    const fallen = { record: { wanted: 'off', degraded: true } }
    expect(await fallback().answered(seen({ says }))).toContain('"heat" was chosen')
    expect(await fallback().answered(seen({ says, ...fallen }))).toBeUndefined()
    expect(await fallback().answered(seen({ says: { says: 7 } }))).toBeUndefined()
  })

  it('cannot say which model a crowd met, nor what one said to a ladder', async () => {
    expect(await fallback().answered(seen({ says: { throws: true }, crowd: 2 }))).toBeUndefined()
    const step = { step: { step: 1 } as NonNullable<OpenEntry['step']> }
    expect(await fallback().answered(seen({ says: { throws: true }, record: step }))).toBeUndefined()
  })

  it('minds the deadline', async () => {
    expect(await fallback().answered(seen({ took: 50 }))).toBeUndefined()
    expect(await fallback().answered(seen({ took: 51 }))).toContain('longer than 50 ms')
  })
})

describe('a latch holds until it is reset', () => {
  const latching = { guardrail: 'overheated', did: 'latch', from: 'heat', to: 'off', because: 'hot' } as const
  it('minds what is met after it', async () => {
    const { answered, latchesReset } = latches()
    expect(await answered(seen({ experience: 'off', record: { interventions: [latching] } }))).toBeUndefined()
    expect(await answered(seen({ step: 0 }))).toBeUndefined()
    expect(await answered(seen({ step: 1 }))).toContain('"heat" although "overheated" had latched "off"')
    expect(await answered(seen({ step: 1, experience: 'off' }))).toBeUndefined()
    latchesReset?.()
    expect(await answered(seen({ step: 2 }))).toBeUndefined()
  })

  it('minds each person alone', async () => {
    const { answered } = latches()
    await answered(seen({ subject: 'a', experience: 'off', record: { interventions: [latching] } }))
    expect(await answered(seen({ subject: 'b', step: 1 }))).toBeUndefined()
    expect(await answered(seen({ subject: 'a', step: 1 }))).toContain('had latched')
  })
})

describe('a replay equals the record', () => {
  it('minds the stage that differs', async () => {
    expect(await replays().answered(seen({}))).toBeUndefined()
    expect(await replays().answered(seen({ replayed: false }))).toBe('stage "guard" differs')
  })
})

describe('limits hold', () => {
  /** What the rule says of interruptions at some times, in milliseconds after noon. */
  async function of(init: LimitInit, times: readonly number[], more: Parameters<typeof seen>[0] = {}) {
    const part = { limits: [limit('calm', init)] }
    const rule = limits()
    const said: (string | undefined)[] = []
    for (const at of times) said.push(await rule.answered(seen({ part, at: noon + at, ...more })))
    return said.map((one) => one?.replace(/^.*?\): /, ''))
  }

  it('counts a full bucket and what flows into it', async () => {
    const twice = { atMost: '2 per minute' } as const
    expect(await of(twice, [0, 0, 30_000, 60_000])).toEqual([undefined, undefined, undefined, undefined])
    expect(await of(twice, [0, 0, 29_999])).toEqual([undefined, undefined, '3 times within 29999 ms'])
  })

  it('refills nothing while the clock goes back', async () => {
    const once = { atMost: '1 per minute' } as const
    expect(await of(once, [0, -60_000])).toEqual([undefined, '2 times within 0 ms'])
    expect(await of(once, [0, -60_000, 60_000])).toEqual([
      undefined,
      '2 times within 0 ms',
      '3 times within 60000 ms',
    ])
    expect(await of(once, [0, 60_000, 0, 120_000])).toEqual([
      undefined,
      undefined,
      '2 times within 0 ms',
      '3 times within 60000 ms',
    ])
  })

  it('counts for each person alone', async () => {
    const part = { limits: [limit('calm', { atMost: '1 per minute' })] }
    const rule = limits()
    expect(await rule.answered(seen({ part, subject: 'a' }))).toBeUndefined()
    expect(await rule.answered(seen({ part, subject: 'b' }))).toBeUndefined()
    expect(await rule.answered(seen({ part, subject: 'a' }))).toContain('2 times')
  })

  it('does not count against it what was demanded', async () => {
    const demanded = { record: { interventions: [{} as OpenEntry['interventions'][number]] } }
    expect(await of({ atMost: '1 per minute' }, [0, 0, 0], demanded)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('minds episodes, quiet hours and dismissals', async () => {
    const episode = { episode: 'episode 1' }
    expect(await of({ atMost: '1 per episode' }, [0, 1], episode)).toEqual([
      undefined,
      '2 times in one episode',
    ])
    const quiet = { atMost: '9 per day', quiet: { from: '22:00', to: '12:30' } } as const
    expect(await of(quiet, [29 * 60_000, 30 * 60_000])).toEqual(['met in quiet hours', undefined])
    const rule = limits()
    const part = {
      limits: [limit('calm', { atMost: '9 per day', pause: { after: 'good', lasting: '1 hour' } })],
    }
    const first = seen({ part })
    await rule.answered(first)
    rule.cameBack?.(first.told, 'good', false, noon)
    expect(await rule.answered(seen({ part, at: noon + 1 }))).toBeUndefined()
    rule.cameBack?.(first.told, 'good', true, noon)
    expect(await rule.answered(seen({ part, at: noon + 3_599_999 }))).toContain('soon after it was dismissed')
    expect(await rule.answered(seen({ part, at: noon + 3_600_000 }))).toBeUndefined()
  })
})
