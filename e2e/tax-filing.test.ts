import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launch } from './browser.ts'
import { arrived, resultOf, type Served, serve, withPage } from './tax-filing-served.ts'
import { visit } from './visit.ts'

withPage('filing a return', () => {
  let browser: Browser
  let served: Served
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  beforeEach(async () => {
    served = await serve()
    ;({ page, complaints } = await visit(browser, served.url))
  })
  afterEach(async () => {
    expect(complaints).toEqual([])
    await page.context().close()
    await served.close()
  })

  const latest = async () => {
    const [decision] = await served.decisions()
    if (decision === undefined) throw new TypeError('nothing was decided')
    return decision
  }

  test('from a sample to a result, its meter, and what the person thinks of it', async () => {
    await resultOf(page, 'Office worker')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Your refund $219.00')

    const meter = page.getByRole('meter', { name: 'Audit risk' })
    await meter.waitFor()
    expect(await meter.getAttribute('aria-valuenow')).toBe('7')
    expect(await meter.getAttribute('aria-valuetext')).toMatch(/^low: .*7 in 100/)
    const moved = page.getByRole('region', { name: 'What moved the estimate' })
    expect(await moved.textContent()).toMatch(
      /A typical return20.0[\s\S]*Hours of work a week[\s\S]*Your return7.0$/,
    )
    const examined = page.getByRole('region', { name: 'How often returns are examined' })
    expect(await examined.textContent()).toMatch(/0.2%.*\$50,000 to \$75,000[\s\S]*Source: IRS statement/)
    expect(await page.getByRole('region', { name: 'Audit support' }).textContent()).toContain('Included')

    const { id, experience } = await latest()
    expect(experience).toBe('meter')
    await meter.scrollIntoViewIfNeeded()
    expect(await arrived(served, id, 'exposure')).toBe(true)

    await page.getByRole('group', { name: 'Was this useful?' }).getByRole('button', { name: 'Yes' }).click()
    expect(await arrived(served, id, 'useful')).toBe(true)
    await page.getByRole('radio', { name: 'A bit calmer' }).check({ force: true })
    expect(await arrived(served, id, 'worry')).toBe(-1)

    await page.getByRole('button', { name: 'File this return' }).click()
    await page.getByRole('heading', { name: 'Your summary is ready' }).waitFor()
    expect(await page.getByText('does not transmit returns to the IRS').count()).toBe(1)
    expect(await arrived(served, id, 'filed')).toBe(true)
    expect(await arrived(served, id, 'guarantee')).toBe(0)
    await page.getByRole('radio', { name: '5 stars' }).check({ force: true })
    expect(await arrived(served, id, 'stars')).toBe(5)

    const household = page.getByRole('group', { name: 'Who lives in your household? You need not say.' })
    expect(await household.getByRole('radio', { name: 'Rather not say' }).isChecked()).toBe(true)
    await household.getByRole('radio', { name: 'Rather not say' }).focus()
    await page.keyboard.press('ArrowLeft')
    expect(await arrived(served, id, 'household')).toBe('with children')
  })

  test('whom chance drew is asked with more weight, and may decline', async () => {
    await page.route('**/decisions/audit-risk-meter', async (route) => {
      const response = await route.fetch()
      const answer = (await response.json()) as object
      await route.fulfill({ response, json: { ...answer, audits: ['worry'] } })
    })
    await resultOf(page, 'Office worker')
    const drawn = page.getByRole('region', { name: /^Chance drew you/ })
    await drawn.waitFor()
    expect(await drawn.getByRole('radio').count()).toBe(5)
    expect(await page.getByRole('radio', { name: 'The same' }).count()).toBe(1)
    await drawn.getByRole('button', { name: 'Rather not' }).focus()
    await page.keyboard.press('Enter')
    const told = page.getByRole('status').filter({ hasText: 'That is all right' })
    expect(await told.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.getByRole('radio', { name: 'The same' }).count()).toBe(0)
  })

  test('what is printed is the return alone, every line with its reason', async () => {
    await resultOf(page, 'Office worker')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const paper = page.getByRole('article')
    expect(await page.getByRole('main').isVisible()).toBe(false)
    expect(await paper.getByRole('row').count()).toBe(11)
    expect(await paper.textContent()).toMatch(/Not transmitted to the IRS[\s\S]*Box 1 of the W-2 forms/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })

  test('a reload decides nothing anew, and shows what was said', async () => {
    await resultOf(page, 'Office worker')
    await page.getByRole('group', { name: 'Was this useful?' }).getByRole('button', { name: 'No' }).click()
    await page.getByLabel('Is something about it wrong?').fill('The hours are not mine.')
    await page.getByRole('button', { name: 'This is wrong' }).click()
    const { id } = await latest()
    expect(await arrived(served, id, 'comment')).toBe('The hours are not mine.')
    expect(await arrived(served, id, 'wrong')).toBe(true)
    await page.reload()
    await page.getByRole('meter').waitFor()
    expect(await served.decisions()).toHaveLength(1)
    expect(await page.getByText('A person will read it').count()).toBe(1)
  })

  test('a reading that could go either way offers audit support at a price', async () => {
    served.steer(0.33)
    await resultOf(page, 'Homeowners')
    expect(await page.getByRole('meter').getAttribute('aria-valuetext')).toMatch(/^moderate/)
    await page.getByRole('button', { name: 'Add for $39' }).click()
    expect(await page.getByRole('button', { name: 'Added for $39' }).getAttribute('aria-pressed')).toBe(
      'true',
    )
    await page.getByRole('button', { name: 'File this return' }).click()
    expect(await arrived(served, (await latest()).id, 'guarantee')).toBe(39)
  })

  test('a review leads to its question, and learns that the answer was changed', async () => {
    served.steer(0.8)
    await resultOf(page, 'Homeowners')
    const review = page.getByRole('region', { name: /second look/ })
    await review.waitFor()
    const first = (await latest()).id
    await review.getByRole('link', { name: /Check this answer.*Hours of work/ }).click()
    const hours = page.getByLabel('How many hours a week do you work?')
    await hours.waitFor()
    expect(await hours.evaluate((input) => input === document.activeElement)).toBe(true)
    await hours.fill('38')
    served.steer(0.1)
    await page.getByRole('button', { name: 'See my result' }).click()
    await page.getByRole('meter').waitFor()
    expect(await review.count()).toBe(0)
    expect(await arrived(served, first, 'fixedLine')).toBe(true)
    expect((await latest()).id).not.toBe(first)
    await page.getByRole('button', { name: 'File this return' }).click()
    for (const { id } of await served.decisions()) expect(await arrived(served, id, 'filed')).toBe(true)
  })

  test('a review that changed nothing is told so when the return is filed', async () => {
    served.steer(0.8)
    await resultOf(page, 'Homeowners')
    await page.getByRole('button', { name: 'They are right as they are' }).click()
    await page.getByRole('button', { name: 'File this return' }).click()
    expect(await arrived(served, (await latest()).id, 'fixedLine')).toBe(false)
  })

  test('a review learns of a change while the server is away', async () => {
    served.steer(0.8)
    await resultOf(page, 'Homeowners')
    await page.getByRole('region', { name: /second look/ }).waitFor()
    await page.getByRole('link', { name: /Check this answer.*Hours of work/ }).click()
    await page.getByLabel('How many hours a week do you work?').fill('38')
    await page.route('**/api/v1/systems/**', (route) => route.fulfill({ status: 503 }))
    const away = page.waitForResponse('**/api/v1/systems/**')
    await page.getByRole('button', { name: 'See my result' }).click()
    await away
    await page.getByRole('meter').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'File this return' }).click()
    expect(await arrived(served, (await latest()).id, 'fixedLine')).toBe(true)
    complaints.length = 0
  })

  test('with a dead model there is a result and no meter', async () => {
    served.steer(undefined)
    await resultOf(page, 'Office worker')
    await expect.poll(served.decisions).toMatchObject([{ experience: 'nothing' }])
    expect(await page.getByRole('meter').count()).toBe(0)
    expect(await page.getByText('Audit support').count()).toBe(0)
    await page.getByRole('button', { name: 'File this return' }).click()
    expect(await arrived(served, (await latest()).id, 'filed')).toBe(true)
  })

  test('answers are kept as they are given, and gone when they are deleted, here and there', async () => {
    await page.getByRole('button', { name: 'Start my return' }).click()
    await page.getByLabel('Head of household').check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('group', { name: 'Were you paid wages?' }).getByLabel('Yes').check()
    await page.getByLabel('Your wages').fill('58900')
    await page.goto(served.url)
    await page.getByRole('button', { name: 'Continue my return' }).click()
    expect(await page.getByLabel('Your wages').inputValue()).toBe('58,900')
    await page.goto(served.url)
    await page.getByRole('button', { name: 'Office worker' }).click()
    await page.getByRole('button', { name: 'Replace them' }).click()
    await page.getByRole('link', { name: 'Go to the result' }).click()
    await page.getByRole('meter').waitFor()
    const { id } = await latest()
    expect((await served.running.record(id)).private).not.toBeNull()
    await page.getByRole('button', { name: 'Delete my answers' }).click()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByRole('button', { name: 'Start my return' }).waitFor()
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await expect.poll(async () => (await served.running.record(id)).private).toBeNull()
  })

  test('what is wrong is said where it is wrong', async () => {
    await page.getByRole('button', { name: 'Start my return' }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    const status = page.getByRole('group', { name: 'What is your filing status?' })
    expect(await status.textContent()).toContain('Answer this to go on.')
    await status.getByLabel('Single').check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('group', { name: 'Were you paid wages?' }).getByLabel('No').check()
    await page.getByRole('group', { name: 'Did you work for yourself?' }).getByLabel('Yes').check()
    const profit = page.getByLabel('Profit of your business')
    await profit.fill('4000')
    await page.getByRole('button', { name: 'Switch between gain and loss' }).click()
    expect(await profit.inputValue()).toBe('-4,000')
    await page.getByRole('button', { name: 'Next' }).click()
    await page
      .getByRole('group', { name: /interest, dividends/ })
      .getByLabel('Yes')
      .check()
    await page.getByLabel('Ordinary dividends').fill('100')
    await page.getByLabel('The qualified part of them').fill('200')
    await page.getByRole('button', { name: 'Next' }).click()
    expect(await page.getByText('Give $100 or less.').count()).toBe(1)
    expect(await page.getByLabel('The qualified part of them').getAttribute('aria-invalid')).toBe('true')
  })
})
