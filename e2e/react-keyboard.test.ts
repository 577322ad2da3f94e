import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launch } from './browser.ts'
import { type Gallery, type Guest, openGallery, visit, withBrowser } from './react-gallery.ts'

withBrowser('the components by keyboard alone', () => {
  let browser: Browser
  let gallery: Gallery
  let guest: Guest

  beforeAll(async () => {
    ;[browser, gallery] = await Promise.all([launch(), openGallery()])
  })
  afterAll(async () => {
    await browser?.close()
    await gallery?.close()
  })
  beforeEach(async () => {
    guest = await visit(browser, gallery.url)
  })
  afterEach(async () => {
    expect(guest.complaints).toEqual([])
    await guest.close()
  })

  /** What came back, exposures aside. */
  const said = async () => (await guest.arrived()).filter((line) => !line.startsWith('seen '))
  const shown = (text: string | RegExp) => guest.page.getByText(text).first().waitFor()

  test('a note says why on request', async () => {
    const { page, press, reach } = guest
    const sentence = page.getByText('Three things about this letter')
    expect(await sentence.isVisible()).toBe(false)
    await reach(/^Why\?$/)
    await press('Enter')
    await sentence.waitFor()
    expect(await page.locator('[data-holon=why] li').allTextContents()).toEqual([
      'links to bank-login.example usually bank.example+46',
      'asks for a password usually nothing+38',
      'sent at 10:04 usually office hours\u22126',
    ])
  })

  test('a prompt is left by Escape, which consents to nothing', async () => {
    const { press, reach } = guest
    await reach(/^Move it$/)
    await press('Escape')
    await shown('Left where it is')
  })

  test('a prompt is answered by Enter', async () => {
    const { press, reach } = guest
    await reach(/^Move it$/)
    await press('Enter')
    await shown(/^Moved$/)
  })

  describe('a warning that takes the page', () => {
    beforeEach(async () => {
      await guest.reach(/^Open the link$/)
      await guest.press('Enter')
      await guest.page.getByRole('alertdialog', { name: 'This page may steal your password' }).waitFor()
    })

    test('starts at the safe action, and gives the focus back', async () => {
      const { focus, press } = guest
      expect(await focus()).toBe('Back to safety')
      await press('Enter')
      await shown('You are safe')
      expect(await focus()).toBe('Open the link')
    })

    test('keeps the focus inside', async () => {
      const { page, press } = guest
      for (let tabs = 0; tabs < 6; tabs++) {
        await press('Tab')
        // Beyond the last thing inside comes the browser itself, and the body has the focus.
        const isInside = await page.evaluate(
          () =>
            document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
        )
        expect(isInside).toBe(true)
      }
    })

    test('has the dangerous way behind the details', async () => {
      const { page, press, reach } = guest
      expect(await page.getByRole('button', { name: 'Continue anyway' }).isVisible()).toBe(false)
      await reach(/^Details/)
      await press('Enter')
      await reach(/^Continue anyway$/)
      await press('Enter')
      await shown('You went on')
    })

    test('is there again when the browser closes it', async () => {
      const { page, focus } = guest
      const warning = page.getByRole('alertdialog')
      await warning.evaluate((dialog) => (dialog as HTMLDialogElement).close())
      await warning.waitFor()
      await expect.poll(focus).toBe('Back to safety')
    })

    test('is never passed by Escape, however often', async () => {
      const { press } = guest
      await press('Escape', 'Escape', 'Escape')
      await shown('You are safe')
    })
  })

  describe('a countdown', () => {
    const spoken = () => guest.page.locator('[data-part=spoken]').textContent()

    beforeEach(async () => {
      await guest.reach(/^Start$/)
      await guest.press('Enter')
      await guest.page.getByRole('timer').waitFor()
      await expect.poll(spoken).toBe('60 seconds left')
    })

    test('has the safe action focused: Space keeps it from happening', async () => {
      const { focus, press, pass } = guest
      expect(await focus()).toBe('Do not send')
      await pass(20_000)
      await press('Space')
      await shown(/^Kept$/)
      await pass(120_000)
      expect(await guest.page.getByText(/Sent/).count()).toBe(0)
      await expect.poll(spoken).toBe('Stopped')
      expect(await guest.page.locator('[data-holon=countdown]:focus').count()).toBe(1)
    })

    test('is not stopped by Escape, ends once, and says so', async () => {
      const { press, pass } = guest
      await press('Escape', 'Escape')
      await pass(59_000)
      expect(await guest.page.getByText(/^Sent/).count()).toBe(0)
      await pass(2_000)
      await shown(/^Sent$/)
      await pass(60_000)
      expect(await guest.page.getByText('Sent, Sent').count()).toBe(0)
      await expect.poll(spoken).toBe('Time is up')
    })

    test('is announced now and then, not every second', async () => {
      const { page, pass } = guest
      const words = new Set<string | null>()
      for (let seconds = 60; seconds > 0; seconds--) {
        await expect.poll(() => page.getByRole('timer').textContent()).toBe(String(seconds))
        words.add(await spoken())
        await pass(1_000)
      }
      await expect.poll(spoken).toBe('Time is up')
      const at = (seconds: number) => `${seconds} seconds left`
      expect([...words]).toEqual([60, 30, 20, 10, 5].map(at))
    })

    test('is right the moment a device wakes', async () => {
      const { page } = guest
      await page.clock.fastForward(47_000)
      await expect.poll(() => page.getByRole('timer').textContent()).toBe('13')
      await page.clock.fastForward(3_600_000)
      await shown(/^Sent$/)
    })

    test('stands while paused', async () => {
      const { page, press, pass, reach } = guest
      await pass(10_500)
      await reach(/^Pause$/)
      await press('Enter')
      await expect.poll(spoken).toBe('Paused at 50 seconds')
      await pass(300_000)
      expect(await page.getByRole('timer').textContent()).toBe('50')
      await press('Enter')
      await pass(10_000)
      await expect.poll(() => page.getByRole('timer').textContent()).toBe('40')
    })
  })

  test('a list is put in another order, the focus staying with what moves', async () => {
    const { page, focus, press, reach } = guest
    const moves = page.locator('[data-holon=ranked-list] [role=status]').first()
    await reach(/^Move Tax office down$/)
    await press('Enter')
    await expect.poll(() => moves.textContent()).toBe('Tax office is now number 2 of 3')
    await expect.poll(focus).toBe('Move Tax office down')
    await press('Enter')
    await expect.poll(() => moves.textContent()).toBe('Tax office is now number 3 of 3')
    await expect.poll(focus).toBe('Move Tax office down')
    await press('Enter')
    await reach(/^Send this order$/)
    await press('Enter')
    await expect.poll(said).toEqual(['order of ranked-list: ["school","shop","tax"]'])
  })

  test('stars that are passed over are not sent', async () => {
    const { press, pass, reach } = guest
    await reach(/1 of 5 stars/)
    await press('ArrowRight', 'ArrowRight', 'ArrowRight')
    await pass(600)
    expect(await said()).toEqual([])
    await pass(200)
    await expect.poll(said).toEqual(['stars of stars: 4'])
    await press('ArrowRight', 'Tab')
    await expect.poll(said).toEqual(['stars of stars: 4', 'stars of stars: 5'])
  })

  test('stars are sent by whoever leaves the page at once', async () => {
    const { page, press, reach } = guest
    await reach(/1 of 5 stars/)
    await press('ArrowRight')
    await page.evaluate(() => dispatchEvent(new Event('pagehide')))
    await expect.poll(said).toEqual(['stars of stars: 2'])
    await guest.pass(1_000)
    expect(await said()).toEqual(['stars of stars: 2'])
  })

  test('a thumb is pressed, changed, explained and taken back', async () => {
    const { page, press, pass, reach } = guest
    await reach(/^Yes$/)
    await press('Space')
    await page.getByRole('button', { name: 'Yes', pressed: true }).waitFor()
    await press('Tab', 'Space')
    await page.getByRole('button', { name: 'No', pressed: true, expanded: true }).waitFor()
    await reach(/^What was wrong with it\?$/)
    await page.keyboard.type('It was my bank')
    await reach(/^Send$/)
    await press('Enter')
    const all = ['useful of thumbs: true', 'useful of thumbs: false', 'comment of thumbs: "It was my bank"']
    await expect.poll(said).toEqual(all)
    await pass(400)
    expect(await page.locator('#thumbs').getByText('Thank you. It has arrived.').count()).toBe(2)
    await page.locator('#thumbs').getByRole('button', { name: 'No' }).press('Space')
    await expect.poll(said).toEqual([...all, 'useful of thumbs taken back'])
    expect(await page.getByLabel('What was wrong with it?').count()).toBe(0)
  })

  test('a report needs a category, says how much room is left, and confirms only what arrived', async () => {
    const { page, press, pass, reach } = guest
    const form = page.getByRole('form', { name: 'Report a problem' })
    const text = form.getByRole('textbox')
    await reach(/^Send report$/)
    await press('Enter')
    expect(await page.evaluate(() => document.activeElement?.matches(':invalid'))).toBe(true)
    await press('Space')
    await reach(/^What should we know/)
    await page.keyboard.insertText('x'.repeat(280))
    await form.getByText('Room for 20 more characters.').waitFor()
    await page.keyboard.type('y'.repeat(25))
    expect(await text.inputValue()).toBe('x'.repeat(280) + 'y'.repeat(20))

    await page.getByLabel('Server', { exact: true }).selectOption('refuses')
    await form.getByRole('button', { name: 'Send report' }).press('Enter')
    await form.getByText('On its way').waitFor()
    await pass(400)
    await form.getByText('This was not accepted.').waitFor()
    expect(await text.inputValue()).toHaveLength(300)

    await page.getByLabel('Server', { exact: true }).selectOption('away')
    await form.getByRole('button', { name: 'Send report' }).press('Enter')
    await form.getByText('On its way').waitFor()
    await pass(60_000)
    expect(await form.getByText('Thank you').count()).toBe(0)
    expect(await said()).toEqual([])

    await page.getByLabel('Server', { exact: true }).selectOption('here')
    await form.getByRole('button', { name: 'Take back' }).press('Enter')
    await pass(400)
    await text.fill('fine')
    await form.getByRole('button', { name: 'Send report' }).press('Enter')
    await pass(400)
    await form.getByText('Thank you. It has arrived.').waitFor()
    expect((await said()).at(-1)).toBe('report of report-form: {"category":"harmless","text":"fine"}')
  })

  test('a correction sends what was changed, and the focus goes along', async () => {
    const { page, focus, press, reach } = guest
    await reach(/^Correct it$/)
    await press('Enter')
    await expect.poll(focus).toBe('Correct it')
    await press('Home', ...Array<string>(13).fill('ArrowRight'), 'e')
    await page.locator('#correction-editor ins').getByText('Tuesday').waitFor()
    await reach(/^Send correction$/)
    await press('Enter')
    await expect.poll(focus).toBe('Correct it')
    const [line = ''] = await said()
    expect(line).toMatch(/^subject of correction-editor: /)
    expect(JSON.parse(line.slice(line.indexOf('{')))).toEqual({
      before: 'Meeting on Tusday at ten, room 4',
      after: 'Meeting on Tuesday at ten, room 4',
      changes: [
        { kind: 'same', text: 'Meeting on ' },
        { kind: 'removed', text: 'Tusday' },
        { kind: 'added', text: 'Tuesday' },
        { kind: 'same', text: ' at ten, room 4' },
      ],
    })
  })
})
