import { seededRandom } from 'holon/stats'
import { describe, expect, it } from 'vitest'
import { plugIn } from './appliance.ts'
import { choices } from './sabotage.ts'

const slice = { bread: 'white', mass: 32, moisture: 0.38 } as const

/** Breaks a part, toasts, and tells how it ended. */
async function toastWith(name: string, after = 0) {
  const sabotage = choices.find((one) => one.name === name)?.sabotage ?? expect.fail(name)
  const appliance = await plugIn(seededRandom(name))
  const measured = appliance.put(slice, 1)
  if (sabotage.part === 'model') appliance.sabotage(sabotage)
  const decision = await Promise.all([
    appliance.decide({ ...measured, shade: 'golden', judged: [] }),
    appliance.pass(1),
  ]).then(([decided]) => decided)
  appliance.put(slice, 1)
  appliance.start(decision.seconds)
  await appliance.pass(after)
  appliance.sabotage(sabotage)
  for (let i = 0; i < 400 && (i === 0 || appliance.state.look.down); i++) await appliance.pass(1)
  return { appliance, decision, state: appliance.state }
}

describe('the toaster in the browser', () => {
  it.each(choices.map(({ name }) => [name] as const))('ends cold and without smoke: %s', async (name) => {
    const { state } = await toastWith(name, 40)
    expect(state.look).toMatchObject({ heating: false, down: false, burning: false })
    if (name !== 'relay') expect(state.look).toMatchObject({ alarm: false, fuseOpen: false })
    else expect(state.look.fuseOpen).toBe(true)
  })

  it('says which guardrail acted', async () => {
    expect((await toastWith('twenty')).decision).toMatchObject({
      experience: 'toast',
      seconds: expect.closeTo(166, -1),
      guardrails: [{ guardrail: 'longest time' }],
    })
    expect((await toastWith('nan')).decision).toMatchObject({ experience: 'dial', code: 'model-not-finite' })
    expect((await toastWith('hangs')).decision).toMatchObject({ experience: 'dial', code: 'model-timeout' })
    expect((await toastWith('eye-stuck', 40)).state.saved?.by).toBe('an eye that lies')
    expect((await toastWith('program-hangs', 40)).state.saved?.by).toBe('watchdog')
    expect((await toastWith('full-power', 40)).state.saved?.by).toBe('too hot')
  })

  it('stays latched until somebody looked, also in a new toaster', async () => {
    const { appliance } = await toastWith('eye-dead', 40)
    appliance.sabotage({ part: 'nothing' })
    appliance.replace()
    expect(appliance.state.latched).toBe('the eye says nothing')
    await appliance.resetLatch('the electrician', 'a new eye')
    expect(appliance.state.latched).toBeUndefined()
  })

  it('keeps a sample of its records', async () => {
    const { state } = await toastWith('nothing')
    expect(state.decided).toBeGreaterThan(5_000)
    expect(state.kept).toBeGreaterThan(state.decided * 0.01)
    expect(state.kept).toBeLessThan(state.decided * 0.035)
  })
})
