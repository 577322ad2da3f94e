import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { seriousFindings } from './axe.ts'
import {
  type Browsing,
  browse,
  ownPage,
  type Served,
  serve,
  visit,
  type Web,
  web,
  withPage,
} from './safe-browsing-served.ts'
import { isTooWide } from './visit.ts'

const trap = 'http://paypal.com.account-check.example/signin'
const hacked = 'http://bakery.example/wp-includes/paypal/signin/index.php'
const shop = 'http://cycles-harbour.example/products/12'
const known = 'http://www.iana.org/domains'
const unusual = 'http://paypal-fans.example/'

const slow = { timeout: 20_000, interval: 100 }

withPage('the browser extension', () => {
  let served: Served
  let internet: Web
  let browsing: Browsing
  let page: Page

  beforeAll(async () => {
    served = await serve()
    internet = await web()
    browsing = await browse(internet, served.origin)
  }, 120_000)
  afterAll(async () => {
    await browsing?.close()
    await internet?.close()
    await served?.close()
  })
  beforeEach(async () => {
    page = await browsing.context.newPage()
  })
  afterEach(() => page.close())

  /** Opens an address and waits for the stop. */
  const stopped = async (address: string): Promise<void> => {
    await visit(page, address)
    await page.getByRole('alertdialog').waitFor()
  }
  const latest = async (decision: string) =>
    (await served.decisions()).find((one) => one.decision === decision)

  test('lets an ordinary page be shown, and asks the server about it', async () => {
    await visit(page, shop)
    await page.getByRole('heading', { name: 'cycles-harbour.example' }).waitFor()
    // A server that has just begun may take longer than the extension waits: the page is shown, and asked about next time.
    const asked = async () => {
      const answer = await latest('visit')
      if (answer === undefined) await visit(page, shop)
      return answer?.experience
    }
    await expect.poll(asked, { timeout: 50_000, interval: 2_000 }).toBe('nothing')
  })

  test('sends nothing about a site that is known good', async () => {
    const before = (await served.decisions()).length
    await visit(page, known)
    await page.getByRole('heading', { name: 'www.iana.org' }).waitFor()
    // Something asked about afterwards comes first: nothing was asked about the one before.
    await visit(page, shop)
    await expect.poll(async () => (await served.decisions()).length, slow).toBe(before + 1)
  })

  test('stops a page of phishing; Go back leads to where the tab was', async () => {
    await visit(page, shop)
    await page.getByRole('heading', { name: 'cycles-harbour.example' }).waitFor()
    await stopped(trap)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'This page may not be what it seems',
    )
    await page
      .getByText('It begins with “paypal”, but account-check.example does not belong to PayPal.')
      .waitFor()
    const { id = '', experience } = (await latest('visit')) ?? {}
    expect(experience).toBe('warning')
    await page.getByRole('button', { name: 'Go back' }).click()
    await page.getByRole('heading', { name: 'cycles-harbour.example' }).waitFor()
    await expect.poll(async () => (await served.back(id)).left, slow).toBe(true)
  })

  test('stops where a redirect leads to phishing', async () => {
    await stopped(`http://cycles-harbour.example/moved-to/${trap.slice('http://'.length)}`)
    await page.getByText('It begins with “paypal”', { exact: false }).first().waitFor()
  })

  test('lets a person go on, behind the reasons, and does not stop them again', async () => {
    await stopped(hacked)
    const { id = '' } = (await latest('visit')) ?? {}
    expect(await page.getByRole('button', { name: 'Visit anyway' }).isVisible()).toBe(false)
    await page.getByText('Details').click()
    await page.getByRole('button', { name: 'Visit anyway' }).click()
    await page.getByRole('heading', { name: 'bakery.example' }).waitFor()
    await expect.poll(async () => (await served.back(id)).passed, slow).toBe(true)
    await visit(page, `${hacked}?again`)
    await page.getByRole('heading', { name: 'bakery.example' }).waitFor()
  })

  test('puts a report into the queue of the reviewers', async () => {
    await stopped('http://florist-hill.example/wp-includes/paypal/signin/index.php')
    const { id = '' } = (await latest('visit')) ?? {}
    await page.getByText('Details').click()
    await page.getByText('Report an incorrect warning').click()
    await page.getByLabel('It is my own page').check()
    await page.getByLabel('What should the reviewer know? (optional)').fill('I am the florist.')
    await page.getByRole('button', { name: 'Send report' }).click()
    await page.getByText('A person will look at it within two days.').waitFor()
    await expect.poll(async () => (await served.back(id)).reportedWrong, slow).toBe(true)
    const cases = await served.running.queue({ to: 'reviewer' })
    expect(cases).toMatchObject([{ decision: 'report', answer: 'verdict', state: 'open' }])
    // And it changes nothing by itself.
    await stopped('http://florist-hill.example/wp-includes/paypal/signin/index.php')
  })

  test('works by keyboard alone', async () => {
    await stopped(trap)
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(focused, slow).toBe('Go back')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Details')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Visit anyway' }).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL((url) => url.protocol !== 'chrome-extension:')
  })

  describe.each([
    ['desktop, light', 1280, 'light'],
    ['desktop, dark', 1280, 'dark'],
    ['phone, light', 390, 'light'],
    ['phone, dark', 390, 'dark'],
  ] as const)('for everybody: %s', (_, width, colorScheme) => {
    beforeEach(async () => {
      await page.setViewportSize({ width, height: 844 })
      await page.emulateMedia({ colorScheme })
    })

    test('the stop, with its details', async () => {
      await stopped(trap)
      expect(await seriousFindings(page)).toEqual([])
      await page.getByText('Details').click()
      await page.getByText('Report an incorrect warning').click()
      expect(await seriousFindings(page)).toEqual([])
      expect(await isTooWide(page)).toBe(false)
    })
  })
})

withPage('the note beside the address bar', () => {
  let served: Served
  let internet: Web
  let browsing: Browsing

  beforeAll(async () => {
    // Likely enough for a note, and not for a stop.
    served = await serve(0.85)
    internet = await web()
    browsing = await browse(internet, served.origin)
  }, 120_000)
  afterAll(async () => {
    await browsing?.close()
    await internet?.close()
    await served?.close()
  })

  test('says at a click what is unusual, to everybody', async () => {
    const page = await browsing.context.newPage()
    const own = await ownPage(browsing.context)
    const noted = () =>
      own.evaluate(async () => {
        const ids = (await chrome.tabs.query({})).map(({ id = 0 }) => id)
        const titles = await Promise.all(ids.map((tabId) => chrome.action.getTitle({ tabId })))
        return ids[titles.indexOf('Look twice at paypal-fans.example')]
      })
    // A server that took too long on a busy machine is asked at the next visit.
    await vi.waitFor(
      async () => {
        await visit(page, unusual)
        await vi.waitFor(async () => expect(await noted()).toBeGreaterThan(0), { timeout: 4_000 })
      },
      { timeout: 50_000 },
    )
    await own.goto(`${own.url()}?tab=${await noted()}`)
    await own.getByRole('heading', { name: 'Look twice at this address' }).waitFor()
    await own
      .getByText('Its name contains “paypal”, but paypal-fans.example does not belong to PayPal.')
      .waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await own.emulateMedia({ colorScheme })
      expect(await seriousFindings(own)).toEqual([])
    }
  })
})

withPage('the browser extension while the server is away', () => {
  let internet: Web
  let browsing: Browsing

  beforeAll(async () => {
    internet = await web()
    // Nobody listens at the port for discarding.
    browsing = await browse(internet, 'http://127.0.0.1:9')
  }, 120_000)
  afterAll(async () => {
    await browsing?.close()
    await internet?.close()
  })

  test('stops by its own lists and model, and the ways back and on work', async () => {
    const page = await browsing.context.newPage()
    await visit(page, shop)
    await page.getByRole('heading', { name: 'cycles-harbour.example' }).waitFor()
    await visit(page, hacked)
    await page.getByRole('alertdialog').waitFor()
    await page.getByRole('button', { name: 'Go back' }).click()
    await page.getByRole('heading', { name: 'cycles-harbour.example' }).waitFor()
    await visit(page, hacked)
    await page.getByText('Details').click()
    await page.getByRole('button', { name: 'Visit anyway' }).click()
    await page.getByRole('heading', { name: 'bakery.example' }).waitFor()
  })
})
