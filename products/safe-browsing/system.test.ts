import { fileURLToPath } from 'node:url'
import { onnx } from '@holon/model-onnx'
import { check, type Model, open } from 'holon'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { product } from './product.ts'
import { safeBrowsing } from './system.ts'

const file = fileURLToPath(new URL('./model/phishing.onnx', import.meta.url))
const trick = 'https://paypal.com.account-check.example/signin'
const bad = 'https://testsafebrowsing.appspot.com/s/phishing.html'

/** A model that answers what a test wants; undefined: it is out. */
function steered(probability: number | undefined, calibrated = true): Model {
  return {
    version: { name: 'phishing', version: 'steered', kind: 'function' },
    ...(calibrated && { calibration: { method: 'isotonic', x: [0, 1], y: [0, 1] } as const }),
    predict: () => {
      if (probability === undefined) throw new TypeError('out of order')
      return probability
    },
  }
}

const opened = (model: Model) => open(safeBrowsing, { models: { phishing: model } })

async function met(model: Model, address: string): Promise<string> {
  const holon = await opened(model)
  const { experience } = await holon.decide('visit', { address, from: 'page' })
  await holon.close()
  return experience
}

test('the declaration lacks nothing', () => {
  expect(check(safeBrowsing)).toEqual([])
})

test('the product names a model for every one declared', () => {
  const declared = safeBrowsing.components.filter(({ kind }) => kind === 'model').map(({ name }) => name)
  expect(Object.keys(product.models ?? {})).toEqual(declared)
})

describe('with the model', () => {
  let model: Model
  beforeAll(async () => {
    model = await onnx(file)
  })
  afterAll(() => model.close?.())

  test.each([
    ['https://www.wikipedia.org/wiki/Phishing', 'nothing'],
    ['https://www.paypal.com/signin?returnUri=https%3A%2F%2Fexample.com', 'nothing'],
    ['https://bakery.example/', 'nothing'],
    ['https://bakery.example/account/login', 'nothing'],
    ['https://shop.example.com.br/produtos/123?cor=azul', 'nothing'],
    ['https://mail.verein.example/roundcube/?_task=login', 'nothing'],
    [trick, 'warning'],
    ['http://bakery.example/wp-includes/paypal/signin/index.php', 'warning'],
    [bad, 'warning'],
  ])('%s: %s', async (address, experience) => {
    expect(await met(model, address)).toBe(experience)
  })

  test('says why, in words', async () => {
    const holon = await opened(model)
    const seen = await holon.decide('visit', { address: trick, from: 'page' })
    expect(seen.parameters).toMatchObject({
      site: 'paypal.com.account-check.example',
      known: 'unknown',
      reasons: expect.arrayContaining([
        'It begins with “paypal”, but account-check.example does not belong to PayPal.',
      ]),
    })
    await holon.close()
  })

  test('scheme, www, a slash at the end, a query and the ending of a country move nothing', async () => {
    const predict = async (address: string) => {
      const holon = await opened(model)
      const { prediction } = await holon.decide('visit', { address, from: 'page' })
      await holon.close()
      return prediction
    }
    const plain = await predict('http://florist-hill.example/signin/new')
    for (const same of [
      'https://florist-hill.example/signin/new',
      'http://www.florist-hill.example/signin/new',
      'http://florist-hill.example/signin/new/',
      'http://florist-hill.example/signin/new.php?colour=red&size=4',
      'http://florist-hill.com.br/signin/new.html',
      'http://florist-hill.edu/a/b/c/signin/new',
    ])
      expect(await predict(same), same).toBe(plain)
  })
})

describe('whatever the model says', () => {
  test.each([0, 0.5, 1])('%s: lists come first', async (probability) => {
    expect(await met(steered(probability), bad)).toBe('warning')
    expect(await met(steered(probability), 'https://en.wikipedia.org/wiki/Login')).toBe('nothing')
  })

  test('a trick is never silent, a front page is not stopped for its name', async () => {
    expect(await met(steered(0), trick)).toBe('note')
    expect(await met(steered(1), 'https://paypal-fans.example/')).toBe('note')
    expect(await met(steered(1), 'https://bakery.example/paypal/login')).toBe('warning')
  })

  test('words, codes and letters alone stop nobody', async () => {
    expect(await met(steered(1), 'https://bakery.example/account/login')).toBe('nothing')
    expect(await met(steered(1), 'https://bakery.example/invoice/9f93454a172c41e9ccf1d7d3')).toBe('note')
  })

  test('what is not calibrated stops nobody', async () => {
    expect(await met(steered(1, false), 'https://bakery.example/paypal/login')).toBe('note')
    expect(await met(steered(1, false), bad)).toBe('warning')
  })

  test('while the model is out, lists and rules go on', async () => {
    expect(await met(steered(undefined), bad)).toBe('warning')
    expect(await met(steered(undefined), trick)).toBe('note')
    expect(await met(steered(undefined), 'https://bakery.example/login')).toBe('nothing')
  })

  test('what is no address is met with silence', async () => {
    expect(await met(steered(1), 'about:blank')).toBe('nothing')
  })

  test('what was asked about is nowhere in the public record', async () => {
    const holon = await opened(steered(0.9))
    for (const address of [trick, bad, 'about:private-matters']) {
      const { id } = await holon.decide('visit', { address, from: 'page' }, { subject: 'ada' })
      const { decisions } = await holon.latest()
      const record = JSON.stringify(decisions.find((one) => one.id === id))
      expect(record).not.toMatch(/paypal|testsafebrowsing|private-matters/)
    }
    await holon.close()
  })
})

describe('warnings wear', () => {
  test('so that someone who met many is stopped for graver reasons only, and by lists always', async () => {
    const holon = await opened(steered(0.935))
    const ask = async (address: string) =>
      (await holon.decide('visit', { address, from: 'page' }, { subject: 'worn' })).experience
    const met: string[] = []
    for (let n = 0; n < 60; n++) met.push(await ask(`https://bakery-${n}.example/paypal/login`))
    expect(met[0]).toBe('warning')
    expect(met.at(-1)).toBe('note')
    expect(await ask(bad)).toBe('warning')
    await holon.close()
  })
})

describe('reports', () => {
  const claim = { address: trick, claim: 'harmless', text: 'All fine.', met: 'warning' } as const

  test('wait for a reviewer, a few a day for one person', async () => {
    const holon = await opened(steered(0.99))
    const said: string[] = []
    for (let n = 0; n < 8; n++)
      said.push((await holon.decide('report', claim, { subject: 'eager' })).experience)
    expect(said).toEqual([...Array(5).fill('queued'), ...Array(3).fill('thanked')])
    expect((await holon.decide('report', claim, { subject: 'another' })).experience).toBe('queued')
    await holon.close()
  })

  test('change nothing, however many there are', async () => {
    const holon = await opened(await onnx(file))
    const visit = async () => {
      const seen = await holon.decide('visit', { address: trick, from: 'page' })
      return { experience: seen.experience, prediction: seen.prediction, snapshot: seen.snapshot }
    }
    const before = await visit()
    for (let n = 0; n < 300; n++) {
      const { id } = await holon.decide('visit', { address: trick, from: 'page' }, { subject: `p-${n}` })
      await holon.feedback(id, 'reportedWrong', true)
      await holon.decide('report', claim, { subject: `p-${n}` })
    }
    expect(await visit()).toEqual(before)
    expect(before.experience).toBe('warning')
    await holon.close()
  })
})
