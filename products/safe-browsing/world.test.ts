import { onnx } from '@holon/model-onnx'
import type { SimulationDocument } from 'holon'
import { seededRandom } from 'holon/stats'
import { figureIn, goalIn, rehearse, type SimulateOptions, timesIn } from 'holon/world'
import { describe, expect, it, test } from 'vitest'
import { look } from './looked.ts'
import { openedBy } from './world/address.ts'
import { world } from './world.ts'

const model = await onnx(new URL('./model/phishing.onnx', import.meta.url))

const ran = (options: SimulateOptions = {}) =>
  rehearse(world, { models: { phishing: model }, people: 10, days: 30, ...options })

const aucOf = ({ quality }: SimulationDocument) =>
  quality.find(({ decision }) => decision === 'visit')?.auc ?? 0

const usual = await ran()
/** Long enough for the three months of some to be over. */
const long = await ran({ days: 93 })

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
      expect(timesIn(usual, { decision: 'visit', experience: name }), name).toBeGreaterThan(0)
    for (const name of ['queued', 'thanked'])
      expect(timesIn(usual, { decision: 'report', experience: name }), name).toBeGreaterThan(0)
    for (const { name, value, truth } of long.goals) {
      expect(value, name).not.toBeNull()
      // The product knows these two for sure.
      const isSure = name.startsWith('99th') || name === 'reports answered'
      expect(truth === null, name).toBe(isSure)
    }
    expect(aucOf(usual)).toBeGreaterThan(0.75)
  })

  it('opens as many pages as people want to, as long as they have it', async () => {
    const faithful = await ran({ days: 10, settings: { leaving: 0 } })
    const expected = 10 * 10 * 6
    expect(Math.abs(timesIn(faithful, { decision: 'visit' }) - expected)).toBeLessThan(
      4 * Math.sqrt(expected),
    )
    expect(timesIn(faithful, { decision: 'visit' })).toBeGreaterThan(
      timesIn(await ran({ days: 10, settings: { leaving: 1 } }), { decision: 'visit' }),
    )
  })

  it('hears more of what annoys than of what helps', async () => {
    const useful = goalIn(usual, 'called useful')
    expect(useful.value).toBeLessThan((useful.truth ?? 0) - 0.1)
    const all = goalIn(await ran({ days: 10, settings: { willing: 1, angry: 1 } }), 'called useful')
    expect(all.value).toBeCloseTo(all.truth ?? 0, 2)
  })

  it('confirms what was stopped more often than what passed in silence, so that recall looks better than it is', () => {
    const noticed = goalIn(long, 'phishing noted or stopped')
    expect(noticed.value).toBeGreaterThan(noticed.truth ?? 1)
  })

  it('answers all disputes: none waits for ever', async () => {
    expect(figureIn(usual, 'cases that wait').mean).toBeLessThan(3)
    const slow = await ran({ days: 10, settings: { reviews: 0 } })
    expect(figureIn(slow, 'cases that wait').mean).toBeGreaterThan(10)
  })
})

describe('a scenario', () => {
  it('makes the model worse: by names on no list, and by addresses without signs', async () => {
    expect(aucOf(await ran({ scenarios: ['new names'] }))).toBeLessThan(aucOf(usual))
    expect(aucOf(await ran({ scenarios: ['attackers adapt'] }))).toBeLessThan(aucOf(usual) - 0.05)
  })

  it('changes how much phishing there is', async () => {
    const { n } = figureIn(usual, 'passwords lost')
    expect(figureIn(await ran({ scenarios: ['wave'] }), 'passwords lost').n).toBeGreaterThan(1.3 * n)
    expect(figureIn(await ran({ scenarios: ['calm web'] }), 'passwords lost').n).toBeLessThan(n / 2)
    // More in the first half of the month than in the second.
    const swinging = figureIn(await ran({ scenarios: ['pay days'] }), 'passwords lost', 15).n
    expect(swinging).toBeLessThan(figureIn(usual, 'passwords lost', 15).n)
  })

  it('lets a flood of lies come, which is kept out of the queue by and by', async () => {
    const flooded = await ran({ scenarios: ['flood of lies'] })
    expect(timesIn(flooded, { decision: 'report' }) - timesIn(usual, { decision: 'report' })).toBeGreaterThan(
      1_000,
    )
    expect(timesIn(flooded, { decision: 'report', experience: 'thanked' })).toBeGreaterThan(
      timesIn(usual, { decision: 'report', experience: 'thanked' }) + 300,
    )
    expect(figureIn(flooded, 'cases that wait').sum).toBeGreaterThan(
      figureIn(usual, 'cases that wait').sum + 100,
    )
  })

  it('lets lists be slow', async () => {
    const late = await ran({ scenarios: ['slow lists'] })
    expect(goalIn(late, 'phishing noted or stopped').n).toBeLessThan(
      0.9 * goalIn(usual, 'phishing noted or stopped').n,
    )
  })
})

it('compares versions on the same people', async () => {
  expect(
    timesIn(await ran({ days: 5, version: 'notes only' }), { decision: 'visit', experience: 'warning' }),
  ).toBe(0)
  const bold = await ran({ version: 'words may stop' })
  expect(bold.guardrails.map(({ guardrail }) => guardrail)).not.toContain('words alone stop nobody')
  expect(timesIn(bold, { decision: 'visit', experience: 'note' })).toBeGreaterThan(
    timesIn(usual, { decision: 'visit', experience: 'note' }),
  )
})
