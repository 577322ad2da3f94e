import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serve, withPage } from './admissions-served.ts'
import { launch } from './browser.ts'
import { faultsOn } from './faults.ts'
import { firstView } from './product-served.ts'
import { looks, phone, tooSmall, visit } from './visit.ts'

withPage('the reading room', () => {
  let browser: Browser
  let served: Served

  beforeAll(async () => {
    browser = await launch()
    served = await serve()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const place = (page: Page, name: string) =>
    page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name }).click()

  test('a clear file: note, verdict of one person, letter with reasons, appeal, answer', async () => {
    const { page, complaints } = await visit(browser, `${served.url}reader/2041`)
    await page.getByRole('heading', { name: 'What the score says' }).waitFor()
    expect(await page.getByText('Not part of it:').isVisible()).toBe(true)
    await button(page, 'Turn down').click()
    await page.getByRole('link', { name: 'See what the applicant sees' }).click()
    await page.getByRole('heading', { name: 'We cannot offer you a place' }).waitFor()
    await button(page, '2').click()
    await page.getByRole('textbox').fill('My thesis was graded after the transcript.')
    await button(page, 'Appeal').click()
    await place(page, 'Second desk')
    await page.getByText('My thesis was graded after the transcript.').waitFor()
    await button(page, 'Admit after all').click()
    await place(page, 'Applicant')
    await page.getByText('the verdict is changed').waitFor()
    const [letter, reading] = await served.decisions()
    await expect
      .poll(() => served.back(letter?.id ?? ''))
      .toMatchObject({ trust: 2, appealed: 'changed', appeal: expect.anything() })
    await expect.poll(() => served.back(reading?.id ?? '')).toMatchObject({ verdict: 'admit' })
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('a file near the line: no score for anybody, two who differ talk', async () => {
    const { page } = await visit(browser, `${served.url}reader/2083`)
    await page.getByRole('heading', { name: 'Read by two' }).waitFor()
    expect(await page.getByText('What the score says').count()).toBe(0)
    await button(page, 'Admit').click()
    await page.getByRole('link', { name: 'Go to the second desk' }).click()
    expect((await served.running.queue()).filter(({ to }) => to === 'second reader')).toHaveLength(1)
    await button(page, 'Turn down').click()
    await place(page, 'Reader')
    await page.getByRole('link', { name: /^2083/ }).click()
    await page.getByRole('heading', { name: 'You differ' }).waitFor()
    await button(page, 'Admit').click()
    await page.getByText('Decided by two people. The applicant has been told, with reasons.').waitFor()
    await expect.poll(async () => (await served.running.queue()).length).toBe(0)
    const [letter] = await served.decisions()
    expect((await served.running.record(letter?.id ?? '')).record.context).toMatchObject({
      verdict: 'admit',
      readers: 2,
    })
    await page.context().close()
  })

  test('a reader may ask for a second one, and a file of an unknown kind has one anyway', async () => {
    const { page } = await visit(browser, `${served.url}reader/2104`)
    await button(page, 'Ask a second reader').click()
    await page.getByText('without the score').waitFor()
    await expect.poll(async () => (await served.running.queue()).length).toBe(1)
    await page.getByRole('link', { name: /^2125/ }).click()
    await page.getByText('The score knows no files of this kind.', { exact: false }).waitFor()
    await page.context().close()
  })

  test('the table of 1973 says both things', async () => {
    const { page } = await visit(browser, `${served.url}berkeley`)
    await page.getByText('Women were admitted 14.2 points less often.', { exact: false }).waitFor()
    await page.getByText('women lead by 4.3 points', { exact: false }).waitFor()
    expect(await page.getByRole('row').count()).toBe(7)
    await page.context().close()
  })

  describe.each(looks)('for everybody, $name', ({ name: _name, ...look }) => {
    let page: Page

    beforeAll(async () => {
      ;({ page } = await visit(browser, served.url, look))
    })
    afterAll(() => page.context().close())

    test('reading with a score, and by two', async () => {
      await page.getByRole('heading', { name: 'What the score says' }).waitFor()
      expect(await faultsOn(page)).toEqual([])
      await page.getByRole('link', { name: /^2083/ }).click()
      await page.getByRole('heading', { name: 'Read by two' }).waitFor()
      expect(await faultsOn(page)).toEqual([])
    })

    test('the second desk and the applicant', async () => {
      await place(page, 'Second desk')
      await page.getByRole('heading', { name: 'Application 2083' }).waitFor()
      expect(await faultsOn(page)).toEqual([])
      await place(page, 'Reader')
      await page.getByRole('link', { name: /^2041/ }).click()
      await page.getByRole('heading', { name: 'What the score says' }).waitFor()
      await button(page, 'Turn down').click()
      await page.getByRole('link', { name: 'See what the applicant sees' }).click()
      await page.getByRole('textbox').waitFor()
      expect(await faultsOn(page)).toEqual([])
    })

    test('Berkeley', async () => {
      await place(page, 'Berkeley 1973')
      await page.getByRole('heading', { name: 'By department' }).waitFor()
      expect(await faultsOn(page)).toEqual([])
    })
  })

  test('every control is large enough for a finger', async () => {
    const { page } = await visit(browser, served.url, { viewport: phone, hasTouch: true })
    await page.getByRole('heading', { name: 'What the score says' }).waitFor()
    expect(await tooSmall(page, 'button, nav a, .pile a')).toEqual([])
    await page.context().close()
  })

  test('a verdict can be given with the keyboard alone', async () => {
    const { page } = await visit(browser, `${served.url}reader/2118`)
    await page.getByRole('button', { name: 'Turn down', exact: true, disabled: false }).waitFor()
    for (let tabs = 0; tabs < 60; tabs++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Turn down') break
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Turned down' }).waitFor()
    await page.context().close()
  })

  test('the first view is within 250 KiB of scripts and styles, with none in the page itself', () => {
    const { bytes, inlineScripts } = firstView('admissions')
    expect(bytes).toBeLessThan(250 * 1024)
    expect(inlineScripts).toEqual([])
  })
})
