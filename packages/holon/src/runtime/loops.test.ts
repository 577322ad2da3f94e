import { describe, expect, test } from 'vitest'
import { loop } from '../system/surroundings.ts'
import { lookingMakesFinding, loopsOfTown, morning, patrol, town } from './town.fixture.ts'

const day = 86_400_000

describe('a model that learns from what was found', () => {
  test('is found in its loop: when, how strong, and what breaks it', async () => {
    const { loops, falseAlarms } = await loopsOfTown({ learns: 'found', declare: lookingMakesFinding })
    expect(falseAlarms).toBe(0.05)
    expect(loops).toMatchObject([
      {
        ...{ name: 'looking makes finding', declared: true, status: 'found' },
        sightings: [
          {
            ...{ decision: 'patrol', acts: ['look'], unit: 'place', delay: '1 day', status: 'found' },
            influences: { kind: 'score', name: 'prediction', decision: 'patrol' },
            evidence: { units: 8 },
          },
        ],
      },
    ])
    const [one] = loops
    expect(one?.breaks[0]).toBe('reports of residents')
    expect(one?.breaks.join()).toContain('one over its propensity')
    const [sighting] = one?.sightings ?? []
    const { strength, alarmAt, pValue } = sighting ?? {}
    expect(pValue).toBeLessThan(0.05)
    // Found where somebody looked: 0.3 finds of about 25 + 1.2 a day, times 8 places, halved: 0.03 to 0.05.
    expect(strength?.effect).toBeGreaterThan(0.01)
    expect(strength?.effect).toBeLessThan(0.06)
    expect(strength?.gain).toBeGreaterThan(0.005)
    expect(strength?.further?.within).toBe('10 days')
    expect(strength?.further?.actions).toBeGreaterThan(strength?.gain ?? 1)
    expect(alarmAt).toBeGreaterThan(morning + 3 * day)
    expect(one?.because).toMatch(/^"look" of patrol raises what the model of patrol says by 0\.0\d+/)
  })

  test('said the same on the day of the alarm, and nothing the day before', async () => {
    const town = { learns: 'found', declare: lookingMakesFinding } as const
    const alarmAt = (await loopsOfTown(town)).loops[0]?.sightings[0]?.alarmAt ?? 0
    const then = await loopsOfTown({ ...town, ask: { to: alarmAt } })
    expect(then).toMatchObject({ at: alarmAt, loops: [{ status: 'found', sightings: [{ alarmAt }] }] })
    const before = await loopsOfTown({ ...town, ask: { to: alarmAt - 1 } })
    expect(before.loops[0]?.status).toBe('inconclusive')
  })

  test('is found although nobody declared it, once it is said what to compare', async () => {
    const ask = { unit: 'place', delays: ['1 day'] } as const
    const { loops, elsewhere } = await loopsOfTown({ learns: 'found', ask })
    expect(loops).toMatchObject([{ name: 'patrol changes prediction', declared: false, status: 'found' }])
    const others = elsewhere.map(({ influences: { kind, name } }) => `${kind} ${name}`)
    expect(others).toEqual(['input calls', 'label found'])
  })

  test('is inconclusive without chance, and says how much it takes', async () => {
    const { loops } = await loopsOfTown({ learns: 'found', random: 0, declare: lookingMakesFinding })
    expect(loops).toMatchObject([{ status: 'inconclusive' }])
    expect(loops[0]?.because).toContain('No decision was drawn at random')
    expect(loops[0]?.sightings[0]).toMatchObject({ pValue: 1, evidence: { random: 0, information: 0 } })
    expect(loops[0]?.sightings[0]?.needed?.decisions).toBeNull()
  })

  test('is inconclusive while little was seen: more decisions, or more chance', async () => {
    const { loops } = await loopsOfTown({ learns: 'found', days: 4, declare: lookingMakesFinding })
    expect(loops[0]?.status).toBe('inconclusive')
    expect(loops[0]?.because).toMatch(/To know: /)
  })
})

describe('a model that learns from what is reported anyway', () => {
  test('is in no loop, and that is said only after enough was seen', async () => {
    const { loops } = await loopsOfTown({ learns: 'reported', days: 90, declare: lookingMakesFinding })
    expect(loops).toMatchObject([{ status: 'not-found', breaks: ['reports of residents'] }])
    const { wouldShow, shouldShow } = loops[0]?.sightings[0]?.evidence ?? {}
    expect(wouldShow).toBeLessThanOrEqual(shouldShow ?? 0)
  })
})

describe('a loop that cannot be looked for', () => {
  test('says what is missing', async () => {
    const { loops } = await loopsOfTown({
      learns: 'found',
      declare: (from) => [
        loop('somewhere', {
          ...{ from, through: town, to: { ...patrol.model, name: 'desk' } as never },
          ...{ delay: '1 day', effect: 'balancing' },
        }),
      ],
      ask: { unit: 'place' },
    })
    expect(loops[0]).toMatchObject({ declared: true, status: 'inconclusive', sightings: [] })
    expect(loops[0]?.because).toContain('`influences`')
    expect(loops[1]).toMatchObject({ declared: false })
  })

  test.each([
    ['an experience that is none', { acts: ['run'] }],
    ['experiences that leave nothing to compare with', { acts: ['look', 'stay'] }],
    ['a value that is computed', { influences: [patrol.propensity] }],
    ['a unit that is not public', { unit: patrol.context.secret }],
  ])('is refused with %s', (_what, part) => {
    const whole = {
      from: patrol,
      through: town,
      to: patrol.model as never,
      delay: '1 day',
      effect: 'balancing',
    } as const
    expect(() => loop('bad', { ...whole, ...part })).toThrow(/cannot be watched/)
  })

  test.each([[{ unit: 'secret' }], [{ delays: ['often' as never] }]])(
    'refuses to be asked for %o',
    async (ask) => {
      await expect(loopsOfTown({ learns: 'found', days: 1, ask })).rejects.toMatchObject({
        code: 'input-invalid',
      })
    },
  )
})

describe('labels that came back only where somebody looked', () => {
  test('are estimated for everywhere through the chance there was', async () => {
    const { labels } = await loopsOfTown({ learns: 'found', ask: { unit: 'place' } })
    expect(labels).toMatchObject([
      {
        decision: 'patrol',
        feedback: 'found',
        seenAfter: ['look'],
        whole: { kind: 'estimate', method: 'hajek' },
      },
    ])
    const whole = labels[0]?.whole
    if (whole?.kind !== 'estimate') return
    expect(whole.interval[0]).toBeLessThan(0.3)
    expect(whole.interval[1]).toBeGreaterThan(0.3)
  })

  test('are of the time that was asked for', async () => {
    const ask = { unit: 'place', from: morning + day, to: morning + 3 * day }
    const { labels } = await loopsOfTown({ learns: 'found', days: 6, ask })
    expect(labels).toMatchObject([{ decisions: 3 * 8 }])
  })

  test('have bounds where there was none', async () => {
    const { labels } = await loopsOfTown({ learns: 'found', random: 0, ask: { unit: 'place' } })
    expect(labels[0]?.whole).toMatchObject({ kind: 'bounds', assuming: 'nothing' })
    expect(labels[0]?.naive).not.toBeNull()
  })
})
