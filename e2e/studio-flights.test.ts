import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { expectAccessible, seriousFindings } from './axe.ts'
import { launch } from './browser.ts'
import { modelAndWords, serveLibrary } from './studio-flights-library.ts'
import { built, withBrowser } from './studio-program.ts'
import { isTooWide, looks, visit } from './visit.ts'

withBrowser('flights in the studio', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof serveLibrary>>
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  beforeEach(async () => {
    served = await serveLibrary(built, 250)
    ;({ page, complaints } = await visit(browser, address('')))
    await page.getByRole('heading', { level: 1, name: 'Flights' }).waitFor()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    await served.close()
    expect(complaints).toEqual([])
  })

  const address = (path: string): string => `${served.url}/systems/library/flights${path}`
  const region = (name: string) => page.getByRole('region', { name, exact: true })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const flight = (name: string) => served.running.flights().find((one) => one.name === name)

  async function sign(reason: string): Promise<void> {
    await field('Who does it').fill('the librarian')
    await field('Why').fill(reason)
  }

  async function write(name: string): Promise<void> {
    await page.getByRole('group', { name: 'Arm 2' }).getByLabel('Variant').selectOption('gentle')
    await field('Name').fill(name)
    await field('What is changed, and why it should help').fill('Gentle words keep members calm.')
    await page.getByLabel('Main goal').selectOption('calm members')
    await page.getByLabel('Smallest effect worth having').fill('3')
    await page.getByLabel('Share of all').fill('100')
  }

  test('teaches what a flight is, starts one from the page, and shows its scorecard once people met it', async () => {
    await region('What a flight is').getByRole('link', { name: 'New flight' }).click()
    await page.getByRole('heading', { level: 1, name: 'New flight' }).waitFor()
    await write('gentle-words')
    const differs = page.getByRole('table', { name: 'What gentle changes' })
    await differs.getByRole('row', { name: 'note: words as declared those of “gentle”' }).waitFor()
    await page.getByText(/100% of all people take part at “reminder”/).waitFor()
    await sign('too many members leave')
    await page.getByRole('button', { name: 'Start it' }).click()
    await page.getByRole('heading', { level: 1, name: 'gentle-words' }).waitFor()
    expect(flight('gentle-words')).toMatchObject({
      ...{ state: 'running', share: 1, main: 'calm members', worth: 0.03 },
      arms: [{ name: 'as-declared' }, { name: 'gentle', variant: 'gentle' }],
      steps: [{ did: 'start', by: 'the librarian', reason: 'too many members leave' }],
    })
    await region('Verdict').getByText('keep running', { exact: true }).waitFor()
    await served.live(12)
    const goals = page.getByRole('table', { name: 'Effects on the goals, with intervals at 95%' })
    await expect
      .poll(() => goals.getByRole('row', { name: /^calm members main/ }).textContent(), { timeout: 40_000 })
      .toMatch(/\d+\.\d%.*pp \(.* to .* pp\)/)
    expect(await goals.getByRole('rowheader').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^members who stay guard/)]),
    )
    const sections = await goals.locator('.effects-section').allTextContents()
    expect(sections.map((one) => one.split(' ')[0])).toEqual([
      ...['Organization', 'Leading', 'System', 'Users', 'Models'],
    ])
    await region('Arms')
      .getByText(/Units came in these shares as chance would have it/)
      .waitFor()
    await region('Verdict').getByText('The rules that led to it').click()
    expect(await region('Verdict').locator('[data-holds="true"]').count()).toBeGreaterThanOrEqual(1)
  })

  test('comes to the flight when it was started right after typing, however slowly its page loads', async () => {
    await page.route('**/assets/flight-page-*.js', async (route) => {
      await new Promise((done) => setTimeout(done, 1500))
      await route.continue()
    })
    await page.goto(address('/~new'))
    await write('slow-line')
    await sign('too many members leave')
    await page.getByLabel('Share of all').fill('50')
    await page.getByRole('button', { name: 'Start it' }).click()
    await page.getByRole('heading', { level: 1, name: 'slow-line' }).waitFor()
    expect(flight('slow-line')?.share).toBe(0.5)
  })

  test('keeps a proposal in the address, and says what the server refuses where it is', async () => {
    await served.running.startFlight({ ...modelAndWords, name: 'taken' })
    await served.running.stopFlight('taken', { by: 'the librarian', reason: 'over' })
    await page.goto(address('/~new'))
    await write('taken')
    await expect.poll(() => page.url()).toContain('name=taken')
    await expect.poll(() => page.url()).toContain('share=1')
    await page.reload()
    expect(await page.getByLabel('Main goal').inputValue()).toBe('calm members')
    expect(await page.getByRole('group', { name: 'Arm 2' }).getByLabel('Variant').inputValue()).toBe('gentle')
    await sign('once more')
    await page.getByRole('button', { name: 'Start it' }).click()
    const name = field('Name')
    await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true')
    await page.getByText('There was a flight "taken" before.').waitFor()
    expect(await name.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(complaints.splice(0)).toEqual([expect.stringContaining('409')])
    await name.fill('taken-again')
    await expect.poll(() => page.url()).toContain('name=taken-again')
    const margin = page
      .getByRole('group', { name: 'Most harm that is tolerated' })
      .getByLabel('members who stay')
    await margin.fill('0')
    await page.getByRole('button', { name: 'Start it' }).click()
    await expect.poll(() => margin.getAttribute('aria-invalid')).toBe('true')
    await page.getByText(/members who stay must be > 0/).waitFor()
    expect(complaints.splice(0)).toEqual([expect.stringContaining('400')])
    await margin.fill('2')
    await page.getByRole('button', { name: 'Start it' }).click()
    await page.getByRole('heading', { level: 1, name: 'taken-again' }).waitFor()
    expect(flight('taken-again')?.margins).toEqual({ 'members who stay': 0.02 })
  })

  test('crosses a model with words, for part of the members, judged at planned looks', async () => {
    await page.goto(address('/~new'))
    await page.getByRole('group', { name: 'Arm 2' }).getByLabel('Model').selectOption('bought')
    await page
      .getByRole('table', { name: 'What bought changes' })
      .getByText('bought, 2026-03 (function), 0.004 an answer')
      .waitFor()
    await page.getByRole('button', { name: 'Cross with another change' }).click()
    await page.getByRole('group', { name: 'Level 2' }).nth(1).getByLabel('Variant').selectOption('gentle')
    await field('Name').fill('both')
    await field('What is changed, and why it should help').fill('Each alone, and both together.')
    await page.getByLabel('Main goal').selectOption('calm members')
    const harm = page.getByRole('group', { name: 'Most harm that is tolerated' })
    await harm.getByLabel('members who stay').fill('5')
    await page.getByRole('button', { name: 'Only those who…' }).click()
    await page.getByLabel('Value').selectOption({ label: 'adult' })
    await page.getByLabel('Judged', { exact: true }).selectOption('group-sequential')
    await page.getByLabel('Once so many have come').fill('400')
    await page.getByText(/4 arms, every combination of/).waitFor()
    await sign('to tell them apart')
    await page.getByRole('button', { name: 'Start it' }).click()
    await page.getByRole('heading', { level: 1, name: 'both' }).waitFor()
    expect(flight('both')).toMatchObject({
      factors: ['change', 'change-2'],
      arms: [{}, { variant: 'gentle' }, { model: 'bought' }, { model: 'bought', variant: 'gentle' }],
      among: { op: 'compare', by: 'eq', right: { value: 'adult' } },
      judge: { method: 'group-sequential', units: 400, looks: 4 },
      margins: { 'members who stay': 0.05 },
    })
    await region('How it is judged')
      .getByText(/of 400\./)
      .waitFor()
    await region('Value beside cost, version by version').waitFor()
  })

  test('tells slices, time and what was before as the address asks', async () => {
    await served.running.startFlight(modelAndWords)
    await served.live(16)
    await page.goto(address('/model-and-words'))
    await region('Factors, told apart').getByText('model: bought with words: gentle').waitFor()
    await page.getByRole('button', { name: 'member', exact: true }).click()
    await region('Slices of the main goal')
      .getByRole('rowheader', { name: /^retired/ })
      .first()
      .waitFor()
    await page.getByLabel('Over time', { exact: true }).selectOption('7 days')
    await region('Over time')
      .getByRole('rowheader', { name: /^days 8 to 14/ })
      .first()
      .waitFor()
    await page.reload()
    await region('Over time')
      .getByRole('rowheader', { name: /^days 8 to 14/ })
      .first()
      .waitFor()
    await region('Slices of the main goal').waitFor()
    const prices = region('Value beside cost, version by version')
    await prices.getByRole('row', { name: /^bought-plain bought, 2026-03 .* 0\.004/ }).waitFor()
  })

  test('ramps, keeps and stops, saying what happens and by whom', async () => {
    await served.running.startFlight(modelAndWords)
    await page.goto(address('/model-and-words'))
    await page.getByRole('button', { name: 'Ramp…' }).click()
    const dialog = page.getByRole('dialog')
    const slider = dialog.getByRole('slider', { name: 'Share, as a slider' })
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await dialog.getByText('1 more of 100 people take part; whoever is in stays in their arm.').waitFor()
    await dialog.getByLabel('Share of all').fill('100')
    await dialog.getByText('20 more of 100 people take part').waitFor()
    expect(await dialog.getByRole('button', { name: 'Ramp it up' }).isDisabled()).toBe(true)
    await expectAccessible(page)
    await sign('nothing broke')
    await dialog.getByRole('button', { name: 'Ramp it up' }).click()
    await dialog.waitFor({ state: 'detached' })
    await region('What was done').getByText('Ramped to 100%').waitFor()
    expect(flight('model-and-words')?.share).toBe(1)

    await page.getByRole('button', { name: 'Keep an arm…' }).click()
    await dialog.getByLabel('Arm').selectOption('own-gentle')
    await dialog.getByText('From the next decision on everybody gets “own-gentle”').waitFor()
    await field('Why').fill('calmer members')
    await dialog.getByRole('button', { name: 'Give everybody own-gentle' }).click()
    await page.getByText('kept own-gentle').first().waitFor()
    expect(flight('model-and-words')).toMatchObject({ state: 'kept', kept: 'own-gentle' })

    await page.getByRole('button', { name: 'End what is kept…' }).click()
    await field('Why').fill('it is declared now')
    await dialog.getByRole('button', { name: 'Stop it' }).click()
    await region('What was done').getByText('Stopped').waitFor()
    expect(flight('model-and-words')?.state).toBe('stopped')
  })

  test('the list follows what others do', async () => {
    await served.running.startFlight(modelAndWords)
    await region('Running').getByRole('link', { name: 'model-and-words' }).waitFor()
    await region('Running').getByText('keep running', { exact: true }).waitFor()
    await served.running.stopFlight('model-and-words', { by: 'another', reason: 'enough' })
    await region('Stopped').getByRole('link', { name: 'model-and-words' }).click()
    await region('What was done').getByText('enough').waitFor()
  })

  // A desk in the light and a phone in the dark: every width and every colour, each once.
  test.each(looks.filter((_, index) => index % 3 === 0))(
    '$name: nothing serious to axe, nothing sticking out',
    async ({ name: _, ...look }) => {
      await served.running.startFlight({ ...modelAndWords, share: 1 })
      await served.live(10)
      const guest = await visit(browser, address(''), look)
      const card = '/model-and-words?slices=%5B"member"%5D&since=7%20days&before=7%20days'
      for (const [path, shown] of [
        ['', 'table .say'],
        [card, '.effects'],
        ['/~new', '.flight-summary'],
      ] as const) {
        await guest.page.goto(address(path))
        await guest.page.locator(shown).first().waitFor()
        await guest.page.locator('.waiting').first().waitFor({ state: 'detached' })
        expect(await seriousFindings(guest.page), path).toEqual([])
        expect(await isTooWide(guest.page), path).toBe(false)
      }
      expect(guest.complaints).toEqual([])
    },
    120_000,
  )
})
