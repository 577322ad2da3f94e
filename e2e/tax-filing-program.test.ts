import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RecordDocument } from 'holon'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from './browser.ts'
import { resultOf, withPage } from './tax-filing-served.ts'
import { visit } from './visit.ts'

const root = join(import.meta.dirname, '..')

withPage('the product as npm start serves it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tax-filing-'))
  let program: ChildProcess
  let api: string
  let browser: Browser

  beforeAll(async () => {
    program = spawn(
      process.execPath,
      ['--conditions=source', 'packages/cli/src/main.ts', 'serve', 'tax-filing', '--json'],
      {
        cwd: root,
        env: { ...process.env, HOLON_DATA: folder, HOLON_DEMO: 'off', PORT: '0' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const [line] = await once(program.stdout ?? program, 'data')
    ;({ api } = JSON.parse(String(line)))
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    program?.kill('SIGTERM')
    if (program?.exitCode === null) await once(program, 'exit')
    rmSync(folder, { recursive: true, force: true })
  })

  const get = async (path: string) => (await fetch(api + path)).json()

  /** Starts from a sample until the meter is met: the policy explores now and then. */
  async function meterOf(page: Page, sample: string): Promise<string> {
    for (;;) {
      const answer = page.waitForResponse(/decisions\/audit-risk-meter$/)
      await resultOf(page, sample)
      const { id, experience } = await (await answer).json()
      if (experience.name === 'meter') return id
      await page.evaluate(() => localStorage.clear())
      await page.goto(page.url().replace(/result$/, ''))
    }
  }

  test('a filed return is in the log with what the person met and said', async () => {
    const url = `${new URL(api).origin}/products/tax-filing/`
    const { page, complaints } = await visit(browser, url)
    const decision = await meterOf(page, 'Nurse and single parent')
    await page.getByRole('button', { name: 'Read the model card' }).click()
    await page.getByRole('dialog').getByRole('heading', { name: 'Errors by group' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    const record = (): Promise<RecordDocument> => get(`/decisions/${decision}`)
    const back = async () => (await record()).back.map(({ name, value }) => [name, value]).sort()
    await expect.poll(back).toEqual([['exposure', true]])
    await page.getByRole('group', { name: 'Was this useful?' }).getByRole('button', { name: 'Yes' }).click()
    await page.getByRole('button', { name: 'File this return' }).click()
    await page.getByRole('radio', { name: '4 stars' }).check({ force: true })
    await expect.poll(back).toEqual([
      ['exposure', true],
      ['filed', true],
      ['guarantee', 0],
      ['stars', 4],
      ['useful', true],
    ])
    const { record: entry, private: sealed } = await record()
    expect(entry).toMatchObject({ experience: 'meter', degraded: false })
    expect(sealed?.context).toMatchObject({ status: 'head-of-household', you: { wages: 58_900 } })
    expect(complaints).toEqual([])
  })
})
