import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { memoryLog, memoryRegistry, memoryVault, virtualClock } from '../../memory/index.ts'
import { open } from '../../runtime/open.ts'
import { chanceOfYes, equaliseRate, seededRandom } from '../../stats/index.ts'
import { check } from '../../system/check.ts'
import { decision } from '../../system/decision.ts'
import { fairness } from '../../system/fairness.ts'
import { model } from '../../system/model.ts'
import { probability } from '../../system/prediction.ts'
import { defineSystem } from '../../system/system.ts'
import { byGroup } from './by-group.ts'
import { randomised } from './randomised.ts'
import { thresholds } from './thresholds.ts'

const at = (offer: number) => thresholds({ offer }, { otherwise: 'no' })
const lottery = randomised({ share: 0.25, of: at(0.4), otherwise: at(0.6) })
const policy = byGroup({ group: 'school', policies: { evening: lottery }, otherwise: at(0.6) })

const Applicant = z.object({
  points: z.number().meta({ dataClass: 'public' }),
  school: z.enum(['day', 'evening']).meta({ dataClass: 'public' }),
})
const able = model('able', {
  does: 'scores',
  features: z.object({ points: z.number() }),
  predicts: probability(),
})
const admit = decision('admit', {
  does: 'admits',
  context: Applicant,
  example: { points: 1, school: 'day' },
  model: able.from(({ points }: z.output<typeof Applicant>) => ({ points })),
  experiences: { offer: { style: 'annotate' }, no: { style: 'silent' } },
  policy,
  fallback: 'no',
  feedback: {},
  mistakes: [],
})
const looked = fairness('offers', {
  why: 'both schools teach alike',
  groups: { school: admit.context.school },
  benefit: admit.experience.is('offer'),
})
const system = defineSystem('school', {
  ...{ purpose: 'teach', people: [], goals: [] },
  decisions: [admit],
  fairness: [looked],
})

const running = () =>
  open(system, {
    ...{ log: memoryLog(), registry: memoryRegistry(), vault: memoryVault() },
    clock: virtualClock(Date.UTC(2026, 0, 1)),
    random: seededRandom(7),
    models: {
      able: {
        version: { name: 'able', version: '1', kind: 'function' },
        predict: ({ points }) => Number(points),
      },
    },
  })

describe('a policy by group', () => {
  test('says in words what it does', () => {
    expect(policy.words).toBe(
      'By school: for evening, With probability 0.25, offer from 0.4, otherwise no. Otherwise, offer from 0.6, otherwise no. For all others, offer from 0.6, otherwise no.',
    )
    expect(policy.options).toMatchObject({ group: 'school', policies: { evening: { kind: 'randomised' } } })
  })

  test('logs the probability with which it decides, and its outcome shows in the report', async () => {
    const holon = await running()
    const ask = async (school: 'day' | 'evening') => {
      const answers = []
      for (let i = 0; i < 400; i++) answers.push(await holon.decide('admit', { points: 0.5, school }))
      return answers
    }
    const [day, evening] = [await ask('day'), await ask('evening')]
    expect(day.every((one) => one.experience === 'no' && one.propensity === 1)).toBe(true)
    const offered = evening.filter((one) => one.experience === 'offer')
    expect(offered.every((one) => one.propensity === 0.25)).toBe(true)
    expect(offered.length / 400).toBeGreaterThan(0.19)
    expect(offered.length / 400).toBeLessThan(0.31)
    const { reports } = await holon.fairness('admit')
    expect(reports[0]?.groupings[0]?.groups).toMatchObject([
      { is: ['day'], n: 400, numbers: { benefit: { value: 0 } } },
      { is: ['evening'], n: 400, numbers: { benefit: { value: offered.length / 400 } } },
    ])
    expect(reports[0]?.groupings[0]?.standings[0]).toMatchObject({
      status: 'broken',
      between: ['evening', 'day'],
    })
    await expect(holon.fairness('nothing')).rejects.toMatchObject({ code: 'name-unknown' })
    await holon.close()
  })

  test('needs somebody who looks at what comes of it', () => {
    const rules = (fair: boolean) =>
      check(fair ? system : defineSystem('s', { ...system, fairness: [] })).map((one) => one.rule)
    expect(rules(true)).not.toContain('group-policy-unwatched')
    expect(rules(false)).toContain('group-policy-unwatched')
  })

  test('is refused without a group, as a lottery is without a share', () => {
    expect(() => byGroup({ group: '', policies: { a: at(1) }, otherwise: at(1) })).toThrow('has no group')
    expect(() => byGroup({ group: 'school', policies: {}, otherwise: at(1) })).toThrow('has no group')
    expect(() => randomised({ share: 1.5, of: at(1), otherwise: at(0) })).toThrow('with probability 1.5')
  })
})

test('a randomised threshold that was found is a lottery between two', () => {
  const group = { scores: [0.2, 0.6, 0.6, 0.9], labels: [1, 1, 1, 1] }
  const found = equaliseRate({ g: group }, { rate: 'recall', target: 0.5 }).g
  if (found === undefined) throw new Error('there is a threshold')
  const drawn = randomised({ share: found.share, of: at(found.low), otherwise: at(found.high) })
  const option = {
    style: 'silent',
    forcefulness: 0,
    right: 0,
    wrong: 0,
    interrupting: 0,
    chance: 0,
    utility: 0,
  } as const
  const options = [
    { name: 'offer', ...option },
    { name: 'no', ...option },
  ]
  for (const score of group.scores) {
    const { probabilities } = drawn.choose({ prediction: score, context: {}, options })
    expect(probabilities[0]).toBeCloseTo(chanceOfYes(found, score), 12)
  }
})
