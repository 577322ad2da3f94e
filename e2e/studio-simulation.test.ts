import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { seriousFindings } from './axe.ts'
import { launch } from './browser.ts'
import { built, withBrowser } from './studio-program.ts'
import { serveUmbrella } from './studio-simulation-served.ts'
import { isTooWide, looks, visit } from './visit.ts'

withBrowser('simulations in the studio', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof serveUmbrella>>
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  beforeEach(async () => {
    served = await serveUmbrella(built, 50)
    ;({ page, complaints } = await visit(browser, address('')))
    await page.getByRole('heading', { level: 1, name: 'Simulation' }).waitFor()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    await served.close()
    expect(complaints).toEqual([])
  })

  const address = (path: string): string => `${served.url}/systems/umbrella/simulation${path}`
  const small = { people: 20, days: 12 }

  async function ask(people: number, days: number): Promise<void> {
    await page.getByLabel('People', { exact: true }).fill(String(people))
    await page.getByLabel('Days', { exact: true }).fill(String(days))
  }

  /** Runs one to its end, without the page. */
  async function finished(request: Parameters<typeof served.simulations.start>[1]): Promise<string> {
    const { id } = await served.simulations.start('umbrella', { ...small, ...request })
    await expect
      .poll(async () => (await served.simulations.run('umbrella', id)).state, { timeout: 50_000 })
      .toBe('done')
    return id
  }

  test('is reached from the navigation, starts a run, shows it to its end, and opens it again', async () => {
    await page.goto(`${served.url}/systems/umbrella`)
    await page.getByRole('link', { name: 'Simulation', exact: true }).first().click()
    await page.getByText('Walkers who ask every morning.').waitFor()
    await ask(20, 12)
    await page.getByRole('checkbox', { name: /^monsoon/ }).check()
    await page.getByText('Settings of the world').click()
    await page.getByLabel('Willing').fill('0.5')
    await page.getByRole('button', { name: 'Run it' }).click()
    await page.getByText('20 people, 12 days, seed 1; monsoon; willing 0.5.').waitFor()
    await page.getByText('finished', { exact: true }).waitFor()
    for (const layer of ['Organization', 'Leading indicators', 'System', 'Users', 'Models']) {
      const goals = page.getByRole('region', { name: layer, exact: true })
      expect(await goals.getByRole('img').count()).toBe(1)
      expect(await goals.getByText('only the world knows').count()).toBe(1)
    }
    expect(await page.locator('.line-chart [data-look="truth"] .line-itself').count()).toBe(5)
    const happened = page.getByRole('region', { name: 'What happened, and what was noticed' })
    await happened.getByText('monsoon: "rain" becomes 0.8 over 5 days').waitFor()
    const here = page.url()
    await page.reload()
    await page.getByText('finished', { exact: true }).waitFor()
    expect(page.url()).toBe(here)
    await page.goto(address(''))
    const row = page.getByRole('listitem').filter({ hasText: 'willing 0.5' })
    await row.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: 'Simulation of current' }).waitFor()
  })

  test('can be held, given a scenario to cope with, and let go on', async () => {
    await ask(20, 40)
    await page.getByRole('button', { name: 'Run it' }).click()
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByText('paused', { exact: true }).waitFor()
    const bar = page.getByRole('progressbar', { name: 'Days simulated' })
    const held = await bar.getAttribute('aria-valuenow')
    await page.getByLabel('Scenario to let happen now').selectOption('slow letters')
    await page.getByRole('button', { name: 'Let it happen now' }).click()
    await expect
      .poll(async () =>
        (await served.simulations.run('umbrella', 'run-1')).injected.map((one) => one.scenario),
      )
      .toEqual(['slow letters'])
    expect(Number(await bar.getAttribute('aria-valuenow')) - Number(held)).toBeLessThanOrEqual(1)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText('finished', { exact: true }).waitFor()
    expect(await bar.getAttribute('aria-valuenow')).toBe('40')
    await page
      .getByRole('region', { name: 'What happened, and what was noticed' })
      .getByText('slow letters: what comes back is 7 days late')
      .waitFor()
  })

  test('points at a day on all charts by keyboard', async () => {
    const id = await finished({})
    await page.goto(address(`/${id}`))
    const slider = page.getByRole('slider', { name: 'Day to look at' })
    await slider.focus()
    await page.keyboard.press('Home')
    expect(await slider.getAttribute('aria-valuetext')).toBe('Day 0, 1 Mar 2026')
    await expect.poll(() => page.locator('.line-pointed').count()).toBeGreaterThanOrEqual(5)
    await page.keyboard.press('Tab')
    await expect.poll(() => page.locator('.line-pointed').count()).toBe(0)
  })

  test('compares two runs goal by goal, chosen from the list', async () => {
    await finished({})
    await finished({ version: 'blind' })
    await page.goto(address(''))
    for (const name of ['current', 'blind']) {
      await page
        .getByRole('checkbox', { name: `Choose ${name}, 20 people, 12 days, seed 1, to compare` })
        .check()
    }
    await page.getByRole('button', { name: 'Compare them' }).click()
    await page.getByRole('heading', { name: 'What "blind" changes against "current"' }).waitFor()
    expect(page.url()).toMatch(/compare\?a=run-1&b=run-2$/)
    const verdicts = page.getByRole('table', { name: 'What changes, layer by layer' })
    expect(await verdicts.getByRole('row').count()).toBe(5)
    const users = page.getByRole('region', { name: 'Users', exact: true })
    expect(await users.locator('.line-itself').count()).toBe(2)
    expect(await users.getByText(/^B − A:/).textContent()).toMatch(/−\d+(\.\d)? pp/)
    await page.reload()
    await verdicts.waitFor()
  })

  test('runs both versions at once where they are to be compared', async () => {
    await ask(20, 12)
    await page.getByLabel('Compared with').selectOption('blind')
    await page.getByRole('button', { name: 'Run both' }).click()
    await page.getByRole('heading', { level: 1, name: 'Simulation of current against blind' }).waitFor()
    await page.getByText('finished', { exact: true }).waitFor()
    await page.getByRole('heading', { name: 'What "blind" changes against "current"' }).waitFor()
  })

  test('sweeps the quality of the model, and ranks what else could be done', async () => {
    const id = await finished({})
    await page.goto(address(`/${id}`))
    await page.getByRole('link', { name: 'What better predictions buy' }).click()
    await page.getByText('0 of 8 runs are there.').waitFor()
    await page.getByRole('button', { name: 'Run what is missing' }).click()
    await page.getByText('8 of 8 runs are there.').waitFor({ timeout: 50_000 })
    const users = page.getByRole('region', { name: 'Users', exact: true })
    await expect.poll(() => users.locator('.value-point').count()).toBe(7)
    const others = users.getByRole('list', { name: 'What else could be done about dry days' })
    expect(await others.getByText('version blind').count()).toBe(1)
  })

  test('says why a run failed, and where there is none', async () => {
    await served.simulations.start('umbrella', { ...small, settings: { rain: 0.5 } })
    await page.route('**/simulations/run-1', async (route) => {
      const answer = await route.fetch()
      const error = { code: 'model-failed', message: 'The sky fell.', fix: 'Hold it up.' }
      await route.fulfill({ response: answer, json: { ...(await answer.json()), state: 'failed', error } })
    })
    await page.goto(address('/run-1'))
    await page.getByRole('alert').getByText('The sky fell.').waitFor()
    await page.goto(address('/nowhere'))
    await page.getByRole('alert').getByText('There is no run "nowhere".').waitFor()
    complaints.length = 0
  })

  for (const { name, ...look } of looks) {
    test(`${name}: nothing serious to axe, nothing sticking out`, async () => {
      await finished({ scenarios: ['monsoon'] })
      await finished({ version: 'blind' })
      const guest = await visit(browser, address(''), look)
      for (const path of ['', '/run-1', '/compare?a=run-1&b=run-2', '/value?of=run-1']) {
        await guest.page.goto(address(path))
        await guest.page.locator('h1').waitFor()
        await guest.page.locator('.waiting').first().waitFor({ state: 'detached' })
        expect(await seriousFindings(guest.page), path).toEqual([])
        expect(await isTooWide(guest.page), path).toBe(false)
      }
      expect(guest.complaints).toEqual([])
    })
  }
})
