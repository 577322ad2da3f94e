import { onnx } from '@holon/model-onnx'
import { seededRandom } from 'holon/stats'
import { type SimulateOptions, simulate } from 'holon/world'
import { describe, expect, it, test } from 'vitest'
import { look } from './looked.ts'
import { openedBy } from './world/address.ts'
import { world } from './world.ts'

const model = await onnx(new URL('./model/phishing.onnx', import.meta.url))

async function ran(options: SimulateOptions = {}) {
  const simulation = await simulate(world, {
    ...{ models: { phishing: model }, people: 10, days: 30, ...options },
  })
  await simulation.run()
  return simulation.report()
}

type Report = Awaited<ReturnType<typeof ran>>
const goalOf = ({ goals }: Report, name: string) =>
  goals.find((goal) => goal.name === name) ?? expect.fail(name)
const figureOf = ({ figures }: Report, name: string) => {
  const { overTime } = figures.find((one) => one.name === name) ?? expect.fail(name)
  return {
    n: overTime.reduce((sum, { n }) => sum + n, 0),
    sum: overTime.reduce((all, { sum }) => all + sum, 0),
  }
}
const timesOf = ({ experiences }: Report, decision: string, experience?: string) =>
  experiences
    .filter((one) => one.decision === decision && (experience ?? one.experience) === one.experience)
    .reduce((sum, { times }) => sum + times, 0)
const aucOf = ({ quality }: Report) => quality.find(({ decision }) => decision === 'visit')?.auc ?? 0

const usual = await ran()
/** Long enough for somebody to have kept it. */
const long = await ran({ days: 85 })

test('simulated people open addresses that exist nowhere, or are known good', () => {
  const random = seededRandom(3)
  const opened = Array.from({ length: 500 }, () => openedBy(random))
  for (const { address, phishing } of opened) {
    const looked = look(address) ?? expect.fail(address)
    if (phishing) expect(looked.address.host).toMatch(/\.example$/)
    else expect(looked.standing === 'known-good' || looked.address.host.endsWith('.example')).toBe(true)
  }
  const share = opened.filter(({ phishing }) => phishing).length / opened.length
  expect(share).toBeGreaterThan(0.15)
  expect(share).toBeLessThan(0.25)
})

test('some of what is honest looks as if it were not', () => {
  const random = seededRandom(4)
  const honest = Array.from({ length: 500 }, () => openedBy(random)).filter(({ phishing }) => !phishing)
  expect(honest.some(({ address }) => look(address)?.against === 'ground')).toBe(true)
})

describe('the world of safe browsing', () => {
  it('is the same for the same seed, and another for another', async () => {
    const short = await ran({ days: 5 })
    expect((await ran({ days: 5 })).log).toBe(short.log)
    expect((await ran({ days: 5, seed: 2 })).log).not.toBe(short.log)
  })

  it('meets every experience, and knows what is true of every goal', () => {
    for (const name of ['nothing', 'note', 'warning'])
      expect(timesOf(usual, 'visit', name), name).toBeGreaterThan(0)
    for (const name of ['queued', 'thanked']) expect(timesOf(usual, 'report', name), name).toBeGreaterThan(0)
    for (const { name, value, truth } of long.goals) {
      expect(value, name).not.toBeNull()
      if (!name.startsWith('99th')) expect(truth, name).not.toBeNull()
    }
    expect(aucOf(usual)).toBeGreaterThan(0.75)
  })

  it('opens as many pages as people want to, as long as they have it', async () => {
    const faithful = await ran({ days: 10, settings: { leaving: 0 } })
    const expected = 10 * 10 * 6
    expect(Math.abs(timesOf(faithful, 'visit') - expected)).toBeLessThan(4 * Math.sqrt(expected))
    expect(timesOf(faithful, 'visit')).toBeGreaterThan(
      timesOf(await ran({ days: 10, settings: { leaving: 1 } }), 'visit'),
    )
  })

  it('hears more of what annoys than of what helps', async () => {
    const useful = goalOf(usual, 'called useful')
    expect(useful.value).toBeLessThan((useful.truth ?? 0) - 0.1)
    const all = goalOf(await ran({ settings: { willing: 1, angry: 1 } }), 'called useful')
    expect(all.value).toBeCloseTo(all.truth ?? 0, 2)
  })

  it('confirms what was stopped more often than what passed in silence, so that recall looks better than it is', () => {
    const noticed = goalOf(long, 'phishing noted or stopped')
    expect(noticed.value).toBeGreaterThan(noticed.truth ?? 1)
  })

  it('answers all disputes: none waits for ever', async () => {
    const { sum, n } = figureOf(usual, 'cases that wait')
    expect(sum / n).toBeLessThan(3)
    const slow = figureOf(await ran({ settings: { reviews: 0 } }), 'cases that wait')
    expect(slow.sum / slow.n).toBeGreaterThan(10)
  })
})

describe('a scenario', () => {
  it('makes the model worse: by names on no list, and by addresses without signs', async () => {
    expect(aucOf(await ran({ scenarios: ['new names'] }))).toBeLessThan(aucOf(usual))
    expect(aucOf(await ran({ scenarios: ['attackers adapt'] }))).toBeLessThan(aucOf(usual) - 0.05)
  })

  it('changes how much phishing there is', async () => {
    const { n } = figureOf(usual, 'passwords lost')
    expect(figureOf(await ran({ scenarios: ['wave'] }), 'passwords lost').n).toBeGreaterThan(1.3 * n)
    expect(figureOf(await ran({ scenarios: ['calm web'] }), 'passwords lost').n).toBeLessThan(n / 2)
    const swinging = await ran({ scenarios: ['pay days'] })
    expect(swinging.figures).not.toEqual(usual.figures)
  })

  it('lets a flood of lies come, which is kept out of the queue by and by', async () => {
    const flooded = await ran({ scenarios: ['flood of lies'] })
    expect(timesOf(flooded, 'report') - timesOf(usual, 'report')).toBeGreaterThan(1_000)
    expect(timesOf(flooded, 'report', 'thanked')).toBeGreaterThan(timesOf(usual, 'report', 'thanked') + 300)
    expect(figureOf(flooded, 'cases that wait').sum).toBeGreaterThan(
      figureOf(usual, 'cases that wait').sum + 100,
    )
  })

  it('lets lists be slow', async () => {
    const late = await ran({ scenarios: ['slow lists'] })
    expect(goalOf(late, 'phishing noted or stopped').n).toBeLessThan(
      0.9 * goalOf(usual, 'phishing noted or stopped').n,
    )
  })
})

it('compares versions on the same people', async () => {
  expect(timesOf(await ran({ version: 'notes only' }), 'visit', 'warning')).toBe(0)
  const bold = await ran({ version: 'words may stop' })
  expect(bold.guardrails.map(({ guardrail }) => guardrail)).not.toContain('words alone stop nobody')
  expect(timesOf(bold, 'visit', 'note')).toBeGreaterThan(timesOf(usual, 'visit', 'note'))
})
