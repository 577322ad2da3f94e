import { flag } from '@holon/flags'
import { OpenFeature, ProviderEvents, ServerProviderStatus } from '@openfeature/server-sdk'
import {
  type DecisionLog,
  decision,
  defineSystem,
  expectedUtility,
  HolonError,
  open,
  type Running,
} from 'holon'
import { memoryLog } from 'holon/memory'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { HolonProvider, type ProviderOptions } from './provider.ts'

const checkout = flag('checkout', {
  does: 'shows the new checkout',
  context: z.object({ country: z.string().meta({ dataClass: 'public' }) }),
  example: { country: 'de' },
  values: { old: false, new: true },
  fallback: 'old',
  serve: ({ country }) => (country === 'de' ? 'new' : 'old'),
  feedback: { bought: { value: z.boolean() }, paid: { value: z.number() }, said: { value: z.string() } },
})

const offer = decision('offer', {
  does: 'offers a discount',
  context: z.object({}),
  example: {},
  experiences: { nothing: { style: 'silent' }, offer: { style: 'annotate', right: 1, chance: () => 0.5 } },
  policy: expectedUtility({ explore: 0 }),
  fallback: 'nothing',
  feedback: { bought: { value: z.boolean() } },
  mistakes: [],
})

const shop = defineSystem('shop', { purpose: 'sell', people: [], decisions: [checkout, offer], goals: [] })
const ada = { targetingKey: 'ada', country: 'de' }

afterEach(() => OpenFeature.close())

async function start(options: ProviderOptions = {}, log?: DecisionLog) {
  const running = (await open(shop, log === undefined ? {} : { log })) as unknown as Running
  const provider = new HolonProvider(running, options)
  await OpenFeature.setProviderAndWait(provider)
  return { running, provider, client: OpenFeature.getClient() }
}

const idIn = ({ flagMetadata }: { flagMetadata: object }): string =>
  'id' in flagMetadata ? String(flagMetadata.id) : ''

/** What came back for a decision, once it has. */
async function back(running: Running, id: string, count: number) {
  return vi.waitFor(async () => {
    const { back } = await running.record(id)
    expect(back).toHaveLength(count)
    return back.map(({ name, value }) => [name, value])
  })
}

describe('evaluating', () => {
  test('takes a decision, and says which', async () => {
    const { client, running } = await start()
    const details = await client.getBooleanDetails('checkout', false, ada)
    expect(details).toMatchObject({ value: true, variant: 'new', reason: 'TARGETING_MATCH' })
    const { record } = await running.record(idIn(details))
    expect(details.flagMetadata).toMatchObject({ propensity: 1, snapshot: record.snapshot })
  })

  test('answers the default of the code and a code of OpenFeature when it cannot', async () => {
    const { client } = await start()
    const missing = await client.getStringDetails('nowhere', 'there', ada)
    expect(missing).toMatchObject({ value: 'there', reason: 'ERROR', errorCode: 'FLAG_NOT_FOUND' })
    const typed = await client.getNumberDetails('checkout', 7, ada)
    expect(typed).toMatchObject({ value: 7, reason: 'ERROR', errorCode: 'TYPE_MISMATCH' })
    const context = await client.getBooleanDetails('checkout', true, {})
    expect(context).toMatchObject({ value: true, reason: 'ERROR', errorCode: 'INVALID_CONTEXT' })
  })

  test('counts as exposure, unless said otherwise', async () => {
    const seen = await start()
    const details = await seen.client.getBooleanDetails('checkout', false, ada)
    expect(await back(seen.running, idIn(details), 1)).toEqual([['exposure', true]])
    const unseen = await start({ exposes: false })
    const later = await unseen.client.getBooleanDetails('checkout', false, ada)
    unseen.client.track('exposure', ada)
    expect(await back(unseen.running, idIn(later), 1)).toEqual([['exposure', true]])
  })

  test('goes on when a log that is full refuses it', async () => {
    const log = memoryLog()
    const full = () => Promise.reject(new HolonError('log-full', 'The disk is full.', 'Make room.'))
    const { client } = await start({}, { ...log, append: full, read: log.read.bind(log) })
    expect(await client.getBooleanDetails('checkout', false, ada)).toMatchObject({
      value: false,
      errorCode: 'GENERAL',
      errorMessage: 'The disk is full. Make room.',
    })
  })
})

describe('tracking', () => {
  test("sends feedback for the person's latest decision that can have it", async () => {
    const { client, running, provider } = await start({ exposes: false })
    const older = await client.getBooleanDetails('checkout', false, ada)
    const newer = await client.getBooleanDetails('checkout', false, ada)
    const other = await client.getStringDetails('offer', '', ada)
    await client.getBooleanDetails('checkout', false, { ...ada, targetingKey: 'bob' })
    client.track('paid', ada, { value: 12 })
    client.track('said', ada, { feedback: 'too long' })
    client.track('bought', ada)
    await provider.onClose()
    expect((await running.record(idIn(older))).back).toEqual([])
    expect((await running.record(idIn(newer))).back.map(({ name }) => name)).toEqual(['paid', 'said'])
    expect(await back(running, idIn(other), 1)).toEqual([['bought', true]])
  })

  test('sends it for the decision that is named', async () => {
    const { client, running } = await start({ exposes: false })
    const details = await client.getBooleanDetails('checkout', false, ada)
    await client.getBooleanDetails('checkout', false, ada)
    client.track('bought', {}, { decision: idIn(details) })
    expect(await back(running, idIn(details), 1)).toEqual([['bought', true]])
  })

  test.each([
    ['bought', {}, {}, 'decision-unknown'],
    ['sold', ada, {}, 'decision-unknown'],
    ['paid', ada, { feedback: 'much' }, 'value-invalid'],
    ['paid', ada, { value: 1, decision: 'd-1' }, 'decision-id-invalid'],
  ])('tells what cannot be sent: %s in %o with %o', async (name, context, details, code) => {
    const failed = vi.fn()
    const { client, provider } = await start({ failed, exposes: false })
    await client.getBooleanDetails('checkout', false, ada)
    client.track(name, context, details)
    await provider.onClose()
    expect(failed.mock.calls).toMatchObject([[{ code }]])
  })
})

describe('the life of a provider', () => {
  test('is ready once its systems are open, and an error when they cannot be', async () => {
    let opened: (running: Running) => void = () => undefined
    const opening = new Promise<Running>((resolve) => {
      opened = resolve
    })
    OpenFeature.setProvider(new HolonProvider(opening))
    const client = OpenFeature.getClient()
    expect(client.providerStatus).toBe(ServerProviderStatus.NOT_READY)
    expect((await client.getBooleanDetails('checkout', false, ada)).errorCode).toBe('PROVIDER_NOT_READY')
    opened((await open(shop)) as unknown as Running)
    await vi.waitFor(() => expect(client.providerStatus).toBe(ServerProviderStatus.READY))
  })

  test.each([
    ['registry-unavailable', ServerProviderStatus.ERROR],
    ['declaration-invalid', ServerProviderStatus.FATAL],
  ] as const)('that cannot be opened for %s is in %s', async (code, status) => {
    const broken = Promise.reject(new HolonError(code, 'It does not open.', 'Mend it.'))
    await expect(OpenFeature.setProviderAndWait(new HolonProvider(broken))).rejects.toThrow('does not open')
    expect(OpenFeature.getClient().providerStatus).toBe(status)
  })

  test('tells which flags are decided differently', async () => {
    const { client, running } = await start()
    const changed = vi.fn()
    client.addHandler(ProviderEvents.ConfigurationChanged, changed)
    const experiences = { offer: { right: -1 } }
    await running.tune({ decision: 'offer', experiences, by: 'ada', reason: 'too dear' })
    await vi.waitFor(() => expect(changed.mock.calls).toMatchObject([[{ flagsChanged: ['offer'] }]]))
    expect(await client.getBooleanValue('offer', true, ada)).toBe(false)
  })

  test('can begin again after it was closed', async () => {
    const { client, provider } = await start()
    await provider.onClose()
    expect((await client.getBooleanDetails('checkout', false, ada)).errorCode).toBe('PROVIDER_NOT_READY')
    await provider.initialize()
    expect(await client.getBooleanValue('checkout', false, ada)).toBe(true)
  })
})
