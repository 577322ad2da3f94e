import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bandit } from '../decide/policies/bandit.ts'
import { policy } from '../decide/policies/custom.ts'
import { expectedUtility } from '../decide/policies/expected-utility.ts'
import { squareCB } from '../decide/policies/explorers.ts'
import { randomised } from '../decide/policies/randomised.ts'
import { alarm, alarmSystem } from '../runtime/alarm.fixture.ts'
import { check } from './check.ts'
import { component } from './component.ts'
import type { DecisionPart } from './decision.ts'
import { type DecisionInit, decision } from './decision.ts'
import { goal } from './goal.ts'
import { model } from './model.ts'
import { person } from './person.ts'
import { number, probability } from './prediction.ts'
import { loop } from './surroundings.ts'
import { defineSystem, type SystemInit } from './system.ts'

const neighbour = person('neighbour', { wants: 'sleep' })

const found = (init: Partial<SystemInit<DecisionPart>>) =>
  check(defineSystem('s', { purpose: 'p', people: [neighbour], decisions: [], goals: [], ...init })).map(
    ({ rule, where }) => `${rule}: ${where}`,
  )

const Context = z.object({ x: z.number() })
type Plain = DecisionInit<typeof Context, null, Record<string, unknown>, Record<string, unknown>>
const plain = (init: Partial<Plain>) =>
  decision('d', {
    does: 'something',
    context: Context,
    example: { x: 1 },
    experiences: { nothing: { style: 'silent' } },
    policy: expectedUtility(),
    fallback: 'nothing',
    feedback: { useful: { value: z.boolean() } },
    mistakes: [
      { name: 'm', harms: 'h', harm: 'h', cost: 1, noticedBy: ['useful'], limitedBy: ['l'], owner: 'o' },
    ],
    ...init,
  } as Plain)

describe('holon check finds', () => {
  it('a goal nothing measures', () => {
    expect(found({ goals: [goal('g', { layer: 'user', why: '', atLeast: 1 })] })).toContain(
      'goal-unmeasured: goal "g"',
    )
  })

  it('a measure of a personal field', () => {
    const measure = {
      op: 'rate',
      decision: 'alarm',
      per: 'decision',
      of: alarm.context.note.known().node,
    } as const
    const rules = found({
      decisions: [alarm],
      goals: [goal('g', { layer: 'user', why: '', measure, atLeast: 1 })],
    })
    expect(rules).toContain('goal-measures-private: goal "g"')
  })

  it('a model goal that supports nothing, but not one that supports something', () => {
    const user = goal('u', { layer: 'user', why: '', atLeast: 1 })
    const idle = goal('idle', { layer: 'model', why: '', atLeast: 1 })
    const busy = goal('busy', { layer: 'model', why: '', atLeast: 1, supports: [user] })
    const rules = found({ goals: [user, idle, busy] }).filter((one) =>
      one.startsWith('model-goal-unsupporting'),
    )
    expect(rules).toEqual(['model-goal-unsupporting: goal "idle"'])
  })

  it('an organizational goal without a leading indicator', () => {
    const late = goal('late', { layer: 'organization', why: '', atLeast: 1 })
    const user = goal('user', { layer: 'user', why: '', atLeast: 1, supports: [late] })
    expect(found({ goals: [late, user] })).toContain('organization-without-indicator: goal "late"')
    const early = goal('early', { layer: 'leading', why: '', atLeast: 1, supports: [late] })
    expect(found({ goals: [late, early] }).join()).not.toContain('organization-without-indicator')
  })

  it('a variant that changes nothing, or what is not there', () => {
    const variants = {
      same: { does: 'the same' },
      empty: { does: 'the same', experiences: { nothing: {} } },
      unfilled: { does: 'fills', experiences: { nothing: { fill: () => undefined } } },
      worded: { does: 'speaks', experiences: { nothing: { text: () => 'Nothing.' } } },
    }
    const rules = found({ decisions: [plain({ variants } as Partial<Plain>)] })
    expect(rules.filter((one) => one.startsWith('variant-idle'))).toEqual([
      'variant-idle: variant "same" of "d"',
      'variant-idle: variant "empty" of "d"',
      'variant-idle: variant "unfilled" of "d"',
    ])
  })

  it('a bandit that could never learn, but not one that can', () => {
    const until = policy<null, 'nothing'>('nothing', () => ({ nothing: 1 }))
    const learning = (reward: string, features?: readonly string[]) =>
      bandit({ explore: squareCB(), reward, until, ...(features !== undefined && { features }) })
    const variants = {
      fine: { does: 'learns', policy: learning('useful', ['prediction']) },
      misspelt: { does: 'learns', policy: learning('usefull') },
      nosy: { does: 'learns', policy: learning('useful', ['x']) },
      within: {
        does: 'learns',
        policy: randomised({ share: 0.5, of: learning('useful'), otherwise: until }),
      },
    }
    const rules = found({ decisions: [plain({ variants } as Partial<Plain>)] })
    expect(rules.filter((one) => one.startsWith('bandit-astray'))).toEqual([
      'bandit-astray: variant "misspelt" of "d"',
      'bandit-astray: variant "nosy" of "d"',
      'bandit-astray: variant "within" of "d"',
    ])
  })

  it('a layer nobody looks after', () => {
    expect(found({ goals: [goal('g', { layer: 'user', why: '', atLeast: 1 })] })).toContain(
      'layer-missing: system "s"',
    )
  })

  it('a decision without feedback or mistakes', () => {
    const rules = check(
      defineSystem('s', {
        purpose: '',
        people: [],
        goals: [],
        decisions: [plain({ feedback: {}, mistakes: [] })],
      }),
    )
    const problems = rules.filter((one) => one.rule === 'decision-incomplete').map((one) => one.problem)
    expect(problems).toHaveLength(2)
    expect(problems.join()).toMatch(/feedback.*mistakes/)
  })

  it('a costly mistake that nothing notices or limits, but not one that costs nothing', () => {
    const mistake = { name: 'm', harms: 'h', harm: 'h', noticedBy: [], limitedBy: [], owner: 'o' }
    const costly = plain({
      mistakes: [
        { ...mistake, cost: 1 },
        { ...mistake, name: 'free', cost: 0 },
      ],
    })
    const rules = found({ decisions: [costly] }).filter((one) => one.startsWith('costly-mistake-unplanned'))
    expect(rules).toEqual(Array(2).fill('costly-mistake-unplanned: mistake "m" of decision "d"'))
  })

  it('acting by itself at a cost without a guardrail', () => {
    const acting = {
      nothing: { style: 'silent' },
      act: { style: 'automate', wrong: -1, chance: () => 0.5 },
    } as const
    const where = 'automate-without-guardrail: experience "act" of decision "d"'
    expect(found({ decisions: [plain({ experiences: acting })] })).toContain(where)
    const guardrails = [{ name: 'g', promise: 'p', check: () => ({ do: 'allow' as const }) }]
    expect(found({ decisions: [plain({ experiences: acting, guardrails })] })).not.toContain(where)
  })

  it('a loop nothing watches', () => {
    const engine = component('engine', { does: '' })
    const unwatched = loop('round', {
      from: alarm,
      through: neighbour,
      to: engine,
      delay: '1 day',
      effect: 'reinforcing',
    })
    expect(found({ decisions: [alarm], loops: [unwatched] })).toContain('loop-unwatched: loop "round"')
  })

  it('a model nothing uses, but not one that a decision or a component uses', () => {
    const Features = z.object({ x: z.number() })
    const idle = model('idle', { does: '', features: Features, predicts: number() })
    const used = model('used', { does: '', features: Features, predicts: number() })
    const rules = found({
      components: [idle, component('user', { does: '', uses: [used] })],
      decisions: [alarm],
    })
    expect(rules.filter((one) => one.startsWith('model-unused'))).toEqual(['model-unused: component "idle"'])
  })

  it('an example its own schema refuses', () => {
    expect(found({ decisions: [plain({ example: { x: 'one' } as unknown as { x: number } })] })).toContain(
      'example-invalid: example of decision "d"',
    )
  })
})

describe('a declaration that cannot run is refused at once', () => {
  const codes: readonly [string, () => unknown][] = [
    [
      'a name that fits no address',
      () => defineSystem('Tax Filing', { purpose: '', people: [], decisions: [], goals: [] }),
    ],
    [
      'two decisions of one name',
      () => defineSystem('s', { purpose: '', people: [], decisions: [alarm, alarm], goals: [] }),
    ],
    [
      'a fallback that is no experience',
      () =>
        defineSystem('s', { purpose: '', people: [], goals: [], decisions: [plain({ fallback: 'none' })] }),
    ],
    [
      'feedback named exposure',
      () =>
        defineSystem('s', {
          purpose: '',
          people: [],
          goals: [],
          decisions: [plain({ feedback: { exposure: { value: z.boolean() } } })],
        }),
    ],
    ['a schema without JSON form', () => plain({ feedback: { when: { value: z.date() } } })],
    [
      'an unknown data class',
      () =>
        plain({
          context: z.object({ x: z.number().meta({ dataClass: 'secret' }) }) as unknown as typeof Context,
        }),
    ],
    [
      'a deadline that is no time',
      () => model('m', { does: '', features: Context, predicts: probability(), deadline: '-1 seconds' }),
    ],
  ]
  it.each(codes)('%s', (_what, make) => {
    expect(make).toThrow(
      expect.objectContaining({ code: 'declaration-invalid', fix: expect.stringMatching(/\w/) }),
    )
  })
})

it('is frozen to the bottom', () => {
  expect(Object.isFrozen(alarmSystem.decisions[0]?.experiences[1])).toBe(true)
  expect(Object.isFrozen(alarmSystem.goals[0]?.target)).toBe(true)
})
