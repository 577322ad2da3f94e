import { gzipSync } from 'node:zlib'
import { seededRandom } from 'holon/stats'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { simulate } from '../products/fall-detection/domain/simulate.ts'
import { calling } from '../products/fall-detection/noticing.ts'
import { launch } from './browser.ts'
import { afterFall, type Served, serve, withPage } from './fall-detection-served.ts'
import { visit } from './visit.ts'

/** A fall plays for seven seconds before it is noticed, longer on a machine that is busy. */
const played = { timeout: 45_000 }

withPage('a watch and its caretaker', () => {
  let browser: Browser
  let served: Served
  let watch: Page
  let complaints: string[]

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  beforeEach(async () => {
    served = await serve()
    ;({ page: watch, complaints } = await visit(browser, `${served.url}watch`))
  })
  afterEach(async () => {
    expect(complaints).toEqual([])
    await watch.context().close()
    await served.close()
  })

  const fall = async () => {
    await watch.getByRole('button', { name: 'Walks, and falls' }).click()
    await watch.getByRole('timer').waitFor(played)
  }
  const met = async () => (await served.decisions()).map(({ experience }) => experience).reverse()
  const back = async () =>
    Object.fromEntries(
      (await served.episode()).steps.flatMap((step) => step.back.map(({ name, value }) => [name, value])),
    )
  const twiceSilent = async () => {
    await afterFall(served, watch)
    served.clock.advance(30_000)
    await expect.poll(met).toEqual(['ask', 'caretaker'])
    served.clock.advance(120_000)
    await watch.getByRole('heading', { name: 'Calling for help' }).waitFor()
  }
  const caretaker = async () => {
    const page = await watch.context().newPage()
    await page.goto(`${served.url}caretaker`)
    return page
  }

  test('a played fall is asked about, and “I am fine” ends it', async () => {
    await fall()
    await watch.getByRole('heading', { name: 'Did you fall?' }).waitFor()
    await expect.poll(back).toEqual({ exposure: true })
    await watch.getByRole('button', { name: 'I am fine' }).click()
    await watch.getByText('Nobody is called.').waitFor()
    await watch.getByRole('group', { name: 'Did you fall?' }).getByRole('button', { name: 'No' }).click()
    await watch.getByRole('button', { name: 'Not so good' }).click()
    const wearing = watch.getByRole('group', { name: 'Do you go on wearing the watch?' })
    await wearing.getByRole('button', { name: 'Yes' }).click()
    const said = { fine: true, fellReally: false, bother: -1, worn: true }
    await expect.poll(back).toEqual({ exposure: true, ...said })
    served.clock.advance(10 * 60_000)
    expect(await met()).toEqual(['ask'])
    expect((await served.episode()).ended).toMatchObject({ by: 'fine' })
    await watch.getByRole('button', { name: 'Back to the time' }).click()
    await watch.getByText('All is well').waitFor()
  })

  test('silence goes to the caretaker, who goes', async () => {
    await afterFall(served, watch)
    served.clock.advance(30_000)
    await watch.getByRole('heading', { name: 'Calling your caretaker' }).waitFor()
    const page = await caretaker()
    const call = page.getByRole('article', { name: 'Call of Grandma' })
    await call.waitFor()
    expect(await call.getByRole('heading').textContent()).toBe('Grandma may have fallen')
    expect(await call.textContent()).toMatch(
      /A hard blow[\s\S]*Grandma was asked[\s\S]*You were called after no answer/,
    )
    expect(await call.getByRole('img').getAttribute('aria-label')).toMatch(/^A hard blow/)
    expect(await page.title()).toBe('(1) Upright')
    await call.getByRole('button', { name: 'I am going' }).click()
    await page.getByText('The watch says that you are coming').waitFor()
    await page.getByRole('heading', { name: 'All is quiet' }).waitFor()
    await watch.getByRole('heading', { name: 'Help is coming' }).waitFor()
    await page.getByRole('button', { name: 'I am with Grandma now' }).click()
    await expect.poll(back).toMatchObject({ going: true, helped: true, minutes: expect.any(Number) })
    served.clock.advance(10 * 60_000)
    expect(await met()).toEqual(['ask', 'caretaker'])
  })

  test('two silences call for help', async () => {
    await twiceSilent()
    expect(await met()).toEqual(['ask', 'caretaker', 'emergency'])
    const page = await caretaker()
    await page.getByText('The emergency service was called after no answer').waitFor()
    expect(await page.getByRole('button', { name: 'Call emergency' }).isDisabled()).toBe(true)
  })

  test('who has closed it is not called back by what was still under way', async () => {
    await twiceSilent()
    const asked: (() => void)[] = []
    await watch.route('**/api/v1/systems/*/episodes/**', async (route) => {
      await new Promise<void>((answer) => asked.push(answer))
      await route.continue()
    })
    await expect.poll(() => asked.length).toBe(1)
    await watch.getByRole('button', { name: 'Close' }).click()
    await watch.getByText('All is well').waitFor()
    const answered = watch.waitForResponse('**/episodes/**')
    asked[0]?.()
    await (await answered).finished()
    // It would look again every second.
    await watch.waitForTimeout(1_500)
    expect(asked).toHaveLength(1)
    expect(await watch.getByText('All is well').isVisible()).toBe(true)
  })

  test('a false alarm is called off, and an ambulance comes at once where the caretaker wants it', async () => {
    await afterFall(served, watch)
    served.clock.advance(30_000)
    const page = await caretaker()
    await page.getByRole('button', { name: 'False alarm' }).click()
    await watch.getByRole('heading', { name: 'Called off' }).waitFor()
    await expect.poll(back).toMatchObject({ falseAlarm: true, going: false })

    await afterFall(served, watch)
    served.clock.advance(30_000)
    await page.getByRole('button', { name: 'Call emergency' }).click()
    await watch.getByRole('heading', { name: 'Calling for help' }).waitFor()
    await expect.poll(back).toMatchObject({ callEmergency: true })
    const needed = page.getByRole('group', { name: 'Was the ambulance needed?' })
    await needed.getByRole('button', { name: 'Yes' }).click()
    await expect.poll(back).toMatchObject({ confirmed: true })
  })

  test('the caretaker sees that the wearer answered in the end', async () => {
    await afterFall(served, watch)
    served.clock.advance(30_000)
    await watch.getByRole('heading', { name: 'Calling your caretaker' }).waitFor()
    const page = await caretaker()
    await page.getByRole('heading', { name: 'Grandma may have fallen' }).waitFor()
    await watch.getByRole('button', { name: 'I am fine' }).click()
    await page.getByRole('heading', { name: 'Grandma says: I am fine' }).waitFor()
    await page.getByRole('button', { name: 'I have seen it' }).click()
    await page.getByRole('heading', { name: 'All is quiet' }).waitFor()
  })

  test('the button calls the caretaker without a question, and needs no fall', async () => {
    await watch.getByLabel('What your caretaker calls you').fill('Mum')
    await watch.getByRole('button', { name: 'I need help' }).click()
    await watch.getByRole('heading', { name: 'Calling your caretaker' }).waitFor()
    expect(await met()).toEqual(['caretaker'])
    const page = await caretaker()
    await page.getByRole('heading', { name: 'Mum calls for help' }).waitFor()
    await watch.getByRole('button', { name: 'Ambulance now' }).click()
    await watch.getByRole('heading', { name: 'Calling for help' }).waitFor()
    expect(await met()).toEqual(['caretaker', 'emergency'])
  })

  test('calls of simulated people are shown to who wants to see them', async () => {
    const call = calling('Simulated wearer 1', 'world')
    const { experience } = await served.running.decide('fall-alarm', call, { subject: 'simulated' })
    expect(experience).toBe('caretaker')
    const page = await caretaker()
    await page.getByRole('heading', { name: 'All is quiet' }).waitFor()
    await page.getByLabel('Show calls of simulated people too').check()
    await page.getByRole('heading', { name: 'Simulated wearer 1 calls for help' }).waitFor()
  })

  test('a reload goes on where it was', async () => {
    await fall()
    await watch.reload()
    await watch.getByRole('timer').waitFor()
    served.clock.advance(30_000)
    await watch.getByRole('heading', { name: 'Calling your caretaker' }).waitFor()
  })

  test('a blow on the table is no question', async () => {
    await watch.getByRole('button', { name: 'Hits the table' }).click()
    await watch.getByText(/Strong movement of .* g: the model sees a fall in it with 1 %/).waitFor(played)
    await expect.poll(met).toEqual(['nothing'])
    await watch.getByText('All is well').waitFor()
  })

  test('without the server the watch asks by itself, and says that nobody hears it', async () => {
    await watch.route('**/api/v1/systems/**', (route) => route.abort())
    await fall()
    await watch.getByRole('heading', { name: 'No connection' }).waitFor()
    await watch.getByRole('button', { name: 'I need help' }).click()
    await watch.getByText('Your caretaker cannot be reached. I keep trying.').waitFor()
    expect(await watch.getByRole('link', { name: 'Call 112' }).getAttribute('href')).toBe('tel:112')
    expect(await met()).toEqual([])
    await watch.unroute('**/api/v1/systems/**')
    await expect.poll(met, { timeout: 20_000 }).toEqual(['ask'])
    complaints.length = 0
  })

  test('recorded trials are played from a file that stays here', async () => {
    const readings = simulate('stumble', seededRandom(4))
    const of = (axis: keyof (typeof readings)[number]) => readings.map((reading) => reading[axis])
    const trial = { subject: 9, scenario: 'fall6', hz: 50, ax: of('ax'), ay: of('ay'), az: of('az') }
    const turning = { droll: of('gx'), dpitch: of('gy'), dyaw: of('gz') }
    const buffer = gzipSync(`${JSON.stringify({ ...trial, ...turning })}\n{"no": "trial"}\n`)
    const file = { name: 'trials.jsonl.gz', mimeType: 'application/gzip', buffer }
    await watch.getByLabel(/Open recorded trials/).setInputFiles(file)
    await watch.getByLabel('Play').selectOption({ label: 'Person 9: fall6' })
    await watch.getByRole('timer').waitFor(played)
  })

  test('the motion of a phone is watched like that of a wrist', async () => {
    // Pressed where the readings come from: the page waits for the first of them for seconds only.
    await watch.getByRole('button', { name: 'Watch this phone’s motion' }).evaluate(
      (button, readings) => {
        button.dispatchEvent(new MouseEvent('click', { bubbles: true }))
        const begun = performance.now()
        let next = 0
        const timer = setInterval(() => {
          for (; next < readings.length && (next + 1) * 20 <= performance.now() - begun; next++) {
            const { ax, ay, az, gx, gy, gz } = readings[next] as (typeof readings)[number]
            const event = new DeviceMotionEvent('devicemotion', {
              acceleration: { x: ax * 9.80665, y: ay * 9.80665, z: az * 9.80665 },
              rotationRate: { alpha: gz, beta: gx, gamma: gy },
            })
            Object.defineProperty(event, 'timeStamp', { value: begun + next * 20 })
            dispatchEvent(event)
          }
          if (next === readings.length) clearInterval(timer)
        }, 20)
      },
      simulate('fall', seededRandom(5)),
    )
    await watch.getByText('The motion of this device').waitFor()
    await watch.getByRole('timer').waitFor(played)
  })
})
