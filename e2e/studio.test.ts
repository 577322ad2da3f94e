import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seriousFindings } from './axe.ts'
import { launch } from './browser.ts'
import { Program, type Visit, visit, withBrowser } from './studio-program.ts'

withBrowser('the studio', () => {
  let browser: Browser
  let program: Program
  let here: Visit
  let page: Page

  beforeAll(async () => {
    ;[browser, program] = await Promise.all([launch(), Program.start()])
    for (let n = 0; n < 6; n++) await program.decide(30_000 + 15_000 * n, `reader-${n}`)
  })
  afterAll(async () => {
    await browser?.close()
    await program?.stop()
  })

  beforeEach(async () => {
    here = await visit(browser, program)
    page = here.page
  })
  afterEach(async () => {
    expect(here.complaints).toEqual([])
    await here.context.close()
    await program.fault({ kind: 'none' })
  })

  /** A decision that came out without any surprise, with what the person met. */
  async function shown(): Promise<string> {
    const { decisions } = await program.latest()
    const found = decisions.find(({ reason, experience }) => reason === 'policy' && experience !== 'nothing')
    return found?.id ?? (await program.decide(52_000, 'reader-again')).id
  }

  test('goes straight to the only system, ready to use', async () => {
    const fresh = await visit(browser, program)
    await fresh.page.goto(program.url)
    await fresh.page.getByRole('link', { name: 'Goals', exact: true }).first().click()
    await fresh.page.waitForURL('**/systems/tax-filing/goals')
    expect(fresh.complaints).toEqual([])
    await fresh.context.close()
  })

  test('shows goals, live decisions and findings on the overview', async () => {
    await here.go('')
    const goals = page.getByRole('region', { name: 'Goals' })
    await goals.getByText('returning customers').waitFor()
    for (const layer of ['Organization', 'Leading indicators', 'System', 'Users', 'Models']) {
      expect(await goals.getByRole('heading', { name: layer }).count()).toBe(1)
    }
    const decisions = page.getByRole('region', { name: 'Decisions' })
    const { id } = await program.decide(41_000, 'reader-live')
    await decisions.locator(`a[href$="${id}"]`).waitFor()
    expect(await wordsIn(page.getByRole('region', { name: 'What the check found' }))).not.toBe('')
  })

  test('says who suffers when a model is dead, and restores it', async () => {
    await here.go('')
    await program.fault({ kind: 'dead' })
    const banner = page.getByRole('complementary', { name: 'audit-risk is broken' })
    await banner.waitFor()
    const words = await wordsIn(banner)
    expect(words).toContain('audit-risk is dead')
    expect(words).toMatch(/audit-risk-meter keeps answering: .* people meet nothing/)
    expect(words).toMatch(/Suffers at once: .*a well-founded meter.*Suffers in time: .*returning customers/s)
    expect(await page.getByRole('link', { name: 'audit-risk dead' }).count()).toBe(1)
    await page.getByRole('region', { name: 'What happened' }).getByText('audit-risk is dead').waitFor()
    await program.decide(50_000, 'reader-dead')
    await page.getByRole('region', { name: 'Decisions' }).getByText('fell back').nth(1).waitFor()
    await banner.getByRole('button', { name: 'Restore' }).click()
    await banner.waitFor({ state: 'detached' })
    expect((await program.ask<{ status: string }>('GET', '/api/v1/health')).status).toBe('ok')
  })

  test('draws the map, and tells everything declared of a part reached by keyboard', async () => {
    await here.go('/map')
    const diagram = page.getByLabel('Map of Tax filing')
    const decision = diagram.getByRole('group', { name: 'audit-risk-meter, decision, inside the system' })
    await decision.waitFor()
    expect(await diagram.locator('.part[data-kind="model"]').count()).toBe(1)
    expect(await diagram.locator('.line[data-kind="loop"]').count()).toBe(2)
    expect(await diagram.getByRole('button', { name: /what is measured is managed, 1 year/ }).count()).toBe(1)
    await decision.focus()
    await page.keyboard.press('Enter')
    const details = page.getByRole('complementary', { name: 'The chosen part' })
    const words = await wordsIn(details)
    for (const told of [
      'annotate',
      'never called low',
      'People meet nothing',
      'false comfort',
      'Noticed by',
    ]) {
      expect(words).toContain(told)
    }
    await diagram.getByRole('group', { name: 'audit-risk, model, inside the system' }).focus()
    await page.keyboard.press('Enter')
    await details.getByText('SHA-256').waitFor()
    await details.getByRole('radio', { name: 'Dead' }).focus()
    await page.keyboard.press('Space')
    await diagram.locator('.part[data-broken="true"]').waitFor()
    expect(await program.ask('GET', '/api/v1/systems/tax-filing/models/audit-risk/fault')).toEqual({
      kind: 'dead',
    })
    await page.keyboard.press('ArrowLeft')
    await diagram.locator('.part[data-broken="true"]').waitFor({ state: 'detached' })
  })

  test('draws every goal against its target and refreshes when something comes back', async () => {
    await here.go('/goals')
    const goal = page.locator('.goal', { has: page.getByRole('heading', { name: 'satisfaction' }) })
    await goal.waitFor()
    expect(await page.locator('.goal').count()).toBe(10)
    expect(await page.locator('.goal-links > path').count()).toBeGreaterThanOrEqual(10)
    const count = async () => Number(/n = ([\d,]+)/.exec(await wordsIn(goal))?.[1]?.replace(',', ''))
    const before = await count()
    const id = await shown()
    for (const key of ['a', 'b', 'c']) {
      await program.ask('POST', `/api/v1/decisions/${id}/feedback`, { name: 'stars', value: 5, key })
    }
    await program.ask(
      'POST',
      `/api/v1/decisions/${(await program.decide(61_000, 'reader-stars')).id}/feedback`,
      {
        name: 'stars',
        value: 5,
      },
    )
    await expect.poll(count).toBeGreaterThan(before)
    const why = goal.getByRole('button')
    await why.focus()
    await page.getByRole('tooltip').getByText('target at least 4').waitFor()
  })

  test('slices goals by a public field and keeps the view in the address', async () => {
    await here.go('/goals')
    await page.getByLabel('Slice').selectOption('year')
    const goal = page.locator('.goal', { has: page.getByRole('heading', { name: 'a well-founded meter' }) })
    await goal.getByText('2025', { exact: true }).waitFor()
    await page.getByText('Last hour').click()
    await expect.poll(() => page.url()).toMatch(/range=hour/)
    expect(page.url()).toContain('slice=year')
    await page.reload()
    await goal.getByText('2025', { exact: true }).waitFor()
  })

  test('lists decisions as they are taken, holds still on request, and filters', async () => {
    await here.go('/decisions')
    await page.locator('tbody tr').first().waitFor()
    await page.getByRole('button', { name: 'Pause' }).click()
    const { id } = await program.decide(47_000, 'reader-paused')
    await page.getByRole('button', { name: /Go on \(\d+ new\)/ }).waitFor()
    const row = page.locator('tr', { has: page.locator(`a[href$="${id}"]`) })
    expect(await row.count()).toBe(0)
    await page.getByRole('button', { name: /Go on/ }).click()
    await row.waitFor()
    await program.fault({ kind: 'nonsense' })
    await program.decide(47_000, 'reader-nonsense')
    await page.getByRole('button', { name: 'Only degraded' }).click()
    await expect.poll(() => page.locator('tbody tr:not([data-degraded="true"])').count()).toBe(0)
    await page.locator('tr', { hasText: 'model-not-finite' }).first().waitFor()
    await page.getByLabel('Reason').selectOption('exploration')
    await page.getByText('None of the loaded decisions passes the filters.').waitFor()
  })

  test('opens a decision stage by stage, takes feedback, and replays it to the bit', async () => {
    const id = await shown()
    await here.go('/decisions')
    await page.locator(`a[href$="${id}"]`).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'audit-risk-meter' }).waitFor()
    const names = await page.locator('.stage h2').allInnerTexts()
    expect(names).toEqual([
      'Context',
      'Features',
      'Predict',
      'Calibrate',
      'Choose',
      'Guard',
      'Present',
      'Record',
    ])
    const { record } = await program.record(id)
    expect(await wordsIn(page.locator('.draw'))).toContain(
      `The random draw ${record.draw.toFixed(4)} fell on`,
    )
    expect(await page.getByRole('table', { name: 'Facts that moved the prediction' }).count()).toBe(1)
    const useful = page.getByRole('group', { name: 'useful' })
    await useful.getByRole('button', { name: 'Yes' }).click()
    await page.getByRole('region', { name: 'What came back' }).getByText('useful: yes').first().waitFor()
    await page.getByLabel('comment').fill('The hours are not mine.')
    await page
      .locator('form', { has: page.getByLabel('comment') })
      .getByRole('button')
      .click()
    await page.getByText('comment: The hours are not mine.').waitFor()
    await page.getByRole('button', { name: 'Replay' }).click()
    const replay = page.getByRole('status', { name: 'Replay' })
    await replay.getByText('Equal to the bit.').waitFor()
    expect(await replay.getByText('not equal').count()).toBe(0)
    expect(await replay.getByRole('listitem').count()).toBe(7)
  })

  test('shows which guardrail stepped in, and what failed', async () => {
    const beyond = await program.decide(9_000_000, 'reader-rich')
    await here.go(`/decisions/${beyond.id}`)
    await page.getByText('silent outside experience').first().waitFor()
    expect(await wordsIn(page.locator('.guardrails [data-acted="true"]'))).toMatch(/into nothing/)
    await program.fault({ kind: 'dead' })
    const failed = await program.decide(50_000, 'reader-failed')
    await here.go(`/decisions/${failed.id}`)
    await page.getByText('nothing usable').waitFor()
    expect(await wordsIn(page.locator('.draw'))).toContain('the fallback was certain')
  })

  test('says that a person was erased, and still shows what is not about them', async () => {
    const { id } = await program.decide(52_000, 'reader-forgotten')
    await program.erase('reader-forgotten')
    await here.go(`/decisions/${id}`)
    await page.getByText('This person was erased').first().waitFor()
    expect(await wordsIn(page.locator('main'))).not.toContain('52,000')
    expect(await wordsIn(page.locator('main'))).toContain('2025')
    await page.getByRole('button', { name: 'Replay' }).click()
    const alert = page.getByRole('alert')
    await alert.getByText('person-erased').waitFor()
    here.complaints.length = 0
  })

  test('takes a decision by hand, and says what is wrong with a context that does not fit', async () => {
    await here.go('/try')
    await page.getByRole('group', { name: /^You/ }).getByLabel('Wages', { exact: true }).fill('88000')
    await page.getByLabel('Person', { exact: true }).fill('reader-tries')
    await page.getByRole('button', { name: 'Decide' }).click()
    const answer = page.getByRole('region', { name: 'The answer' })
    await answer.getByRole('link', { name: 'Open it stage by stage' }).click()
    await page.getByText('88,000').waitFor()
    await here.go('/try')
    await page.getByText('JSON').click()
    await page.getByLabel('Context').fill('{ "year": 1999, "status": "single" }')
    await page.getByRole('button', { name: 'Decide' }).click()
    const alert = page.getByRole('alert')
    await alert.getByText('context-invalid').waitFor()
    expect(await wordsIn(alert)).toContain('year')
    here.complaints.length = 0
  })

  test('shows how breaking a model changes what people meet', async () => {
    await here.go('/break')
    await page
      .getByRole('group', { name: 'State of audit-risk' })
      .or(page.getByLabel('State of audit-risk'))
      .first()
      .waitFor()
    await page.getByText('Slow', { exact: true }).click()
    await page.getByLabel('Slower by').waitFor()
    await expect
      .poll(() => program.ask('GET', '/api/v1/systems/tax-filing/models/audit-risk/fault'))
      .toEqual({ kind: 'slow', milliseconds: 200 })
    await program.decide(50_000, 'reader-slow')
    await expect
      .poll(async () => /(\d[\d.]*)% fell back/.exec(await wordsIn(page.locator('.course figcaption')))?.[1])
      .not.toBe('0')
    await page.getByRole('button', { name: 'Restore' }).click()
    await page.getByText('It answers as it was trained to.').waitFor()
  })

  test('lists the systems where there are several', async () => {
    await page.route('**/api/v1/systems', async (route) => {
      const answer = await route.fetch()
      const [system] = (await answer.json()) as [object]
      await route.fulfill({
        response: answer,
        json: [system, { ...system, name: 'other', title: 'Another system' }],
      })
    })
    await page.goto(program.url)
    await page.getByRole('link', { name: /Another system/ }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('link', { name: /Tax filing/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Tax filing' }).waitFor()
    expect(await page.getByLabel('System', { exact: true }).inputValue()).toBe('tax-filing')
  })

  test('says where there is nothing', async () => {
    await page.goto(`${program.url}/systems/nowhere`)
    await page.getByRole('alert').getByText('name-unknown').waitFor()
    await here.go('/decisions/not-issued-here')
    await page.getByRole('alert').getByText('decision-id-invalid').waitFor()
    await page.goto(`${program.url}/elsewhere`)
    await page.getByText('There is no page at this address.').waitFor()
    here.complaints.length = 0
  })

  test('can be walked by keyboard alone', async () => {
    await here.go('')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the page')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.getByRole('link', { name: 'Decisions', exact: true }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Decisions' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })

  test('keeps a chosen colour scheme, and is still for people who want it still', async () => {
    const still = await visit(browser, program, { reducedMotion: 'reduce', colorScheme: 'dark' })
    await still.go('/map')
    const paper = () => still.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const dark = await paper()
    await still.page.locator('.line[data-kind="loop"]').first().waitFor()
    const seconds = await still.page
      .locator('.line[data-kind="loop"]')
      .first()
      .evaluate((line) => Number.parseFloat(getComputedStyle(line).animationDuration))
    expect(seconds).toBeLessThan(0.001)
    await still.page.getByRole('button', { name: /^Colours: as the device/ }).click()
    const light = await paper()
    expect(light).not.toBe(dark)
    await still.page.reload()
    await still.page.locator('h1').waitFor()
    expect(await paper()).toBe(light)
    await still.context.close()
  })

  describe('for every eye', () => {
    const pages = ['', '/map', '/goals', '/goals?slice=year', '/decisions', '/try', '/break']
    const widths = [1280, 390]

    for (const width of widths) {
      for (const colorScheme of ['light', 'dark'] as const) {
        test(`${width} pixels wide, ${colorScheme}: nothing serious to axe, nothing sticking out`, async () => {
          const id = await shown()
          const guest = await visit(browser, program, { viewport: { width, height: 844 }, colorScheme })
          for (const path of [...pages, `/decisions/${id}`]) {
            await guest.go(path)
            await guest.page.locator('.waiting').first().waitFor({ state: 'detached' })
            expect(await seriousFindings(guest.page), path).toEqual([])
            expect(await guest.page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width)
          }
          expect(guest.complaints).toEqual([])
          await guest.context.close()
        })
      }
    }

    test('the broken state and a chosen part on a phone, in the dark', async () => {
      await program.fault({ kind: 'dead' })
      const guest = await visit(browser, program, {
        viewport: { width: 390, height: 844 },
        colorScheme: 'dark',
        reducedMotion: 'reduce',
      })
      await guest.go('')
      await guest.page.getByText('audit-risk is dead').first().waitFor()
      expect(await seriousFindings(guest.page)).toEqual([])
      await guest.go('/map')
      await guest.page.getByRole('button', { name: /^audit-risk-meter/ }).click()
      await guest.page.getByRole('dialog').getByText('When nothing can be trusted').waitFor()
      expect(await seriousFindings(guest.page)).toEqual([])
      expect(guest.complaints).toEqual([])
      await guest.context.close()
    })
  })
})

withBrowser('the studio and an absent server', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  test('says that the server is away, and goes on by itself when it is back', async () => {
    const program = await Program.start({ HOLON_DEMO: 'off' })
    const { page, go, context } = await visit(browser, program)
    await go('/decisions')
    await page.getByText('Nothing was decided yet.').waitFor()
    expect(await page.getByRole('link', { name: 'Break' }).count()).toBe(0)
    await program.pause()
    await page.getByText('The server is away.').waitFor()
    await page.getByText('Away', { exact: true }).waitFor()
    await program.resume()
    await program.decide(50_000, 'reader-back')
    await page.getByText('The server is away.').waitFor({ state: 'detached', timeout: 20_000 })
    await page.locator('tbody tr').first().waitFor()
    await context.close()
    await program.stop()
  })

  test('asks for the key of a server that wants one', async () => {
    const program = await Program.start({ HOLON_API_KEY: 'a-key-of-sixteen-and-more', HOLON_DEMO: 'off' })
    const { page, context } = await visit(browser, program)
    await page.goto(program.url)
    await page.getByLabel('Key of the server').fill('a-key-of-sixteen-and-more')
    await page.getByRole('button', { name: 'Open' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tax filing' }).waitFor()
    await page.getByText('Live', { exact: true }).waitFor()
    await context.close()
    await program.stop()
  })
})

/** All text of an element, whether in sight or not. */
async function wordsIn(element: Locator): Promise<string> {
  return (await element.textContent()) ?? ''
}
