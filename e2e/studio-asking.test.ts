import { DuckDBInstance } from '@duckdb/node-api'
import type {
  FairnessDocument,
  GoalDocument,
  OffPolicyDocument,
  PowerDocument,
  ScorecardDocument,
} from 'holon'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { launch } from './browser.ts'
import { serveRoads } from './studio-asking-roads.ts'
import { built, withBrowser } from './studio-program.ts'
import { isTooWide, looks, visit } from './visit.ts'

type Row = Readonly<Record<string, unknown>>

/** What was copied, and what the page showed then. */
interface Copied {
  readonly name: string
  readonly sql: string
  check(rows: readonly (readonly Row[])[]): void
}

withBrowser('asking the log in the studio', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof serveRoads>>
  const copied: Copied[] = []

  beforeAll(async () => {
    browser = await launch()
    served = await serveRoads(built)
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
    served?.forget()
  })

  const open = async (path: string, options: BrowserContextOptions = {}) => {
    const seen = await visit(browser, `${served.url}/systems/roads${path}`, options)
    await seen.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    return seen
  }

  async function copy(page: Page, of: string, as: 'SQL' | 'TypeScript'): Promise<string> {
    const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
    await page.evaluate(() => navigator.clipboard.writeText('nothing'))
    await page.getByRole('button', { name: `Copy ${of} as ${as}` }).click()
    await expect.poll(read, { timeout: 30_000 }).not.toBe('nothing')
    return read()
  }

  /** Runs what was copied against the very system. */
  const run = <T>(text: string): Promise<T> =>
    new Function('holon', `return (async () => { ${text}; return document })()`)(served.running)

  test('says what another policy would have earned, with every estimator on one axis', async () => {
    const { page, complaints } = await open('/off-policy')
    await page.waitForURL('**/off-policy/warning')
    await page.getByLabel('Another policy').selectOption('always:note')
    const verdict = page.getByRole('status', { name: 'Verdict' })
    await verdict.getByText('“Always note” would have earned').waitFor()
    await verdict.getByRole('heading', { name: /^The log can tell/ }).waitFor()
    const table = page.getByRole('table', { name: /What ran and what each estimator says/ })
    expect(await table.getByRole('row').count()).toBe(9)
    const asked = { policies: [{ name: 'Always note', always: 'note' }], reward: 'useful warnings' }
    const { logged, policies, rows } = await served.running.offPolicy('warning', asked)
    const shown = `${(100 * (policies[0]?.value ?? 0)).toFixed(1)}%`
    await table
      .getByRole('row', { name: new RegExp(`read this one first ${shown.replace('.', '\\.')} `) })
      .waitFor()
    await page.getByText('All 7 estimators agree within their intervals.').waitFor()
    await page.getByText(`of ${rows.toLocaleString('en-US')}`).waitFor()
    await page.getByRole('heading', { name: 'The rules it was judged by' }).waitFor()
    expect(await page.getByRole('figure').textContent()).toContain('Overlap: the log could have done 100%')
    // The address is the question.
    await page.reload()
    await verdict.getByText('“Always note” would have earned').waitFor()
    const text = await copy(page, 'the estimates', 'TypeScript')
    await page.getByRole('group', { name: 'Copy the estimates' }).getByText('TypeScript copied').waitFor()
    expect(await run<OffPolicyDocument>(text)).toMatchObject({ logged, policies: [{ name: 'Always note' }] })
    copied.push({
      name: 'what ran',
      sql: await copy(page, 'the estimates', 'SQL'),
      check: ([rows]) => expect(rows?.[0]?.value).toBeCloseTo(logged.value ?? Number.NaN, 9),
    })
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('refuses where the log cannot know, and says which exploration would make it possible', async () => {
    const { page, complaints } = await open('/off-policy/sign?policy=always:lit&reward=seen')
    const verdict = page.getByRole('status', { name: 'Verdict' })
    await verdict.getByRole('heading', { name: 'The log cannot tell.' }).waitFor()
    await verdict.getByRole('heading', { name: 'Why it cannot' }).waitFor()
    await verdict.getByText(/To know: explore \d+/).waitFor()
    expect(await verdict.textContent()).not.toContain('would have earned')
    expect(await page.getByRole('figure').textContent()).toMatch(/never\d/)
    expect(complaints).toEqual([])
  })

  test('other numbers are typed, and go into the address', async () => {
    const { page } = await open('/off-policy/warning?policy=numbers')
    await page.getByRole('group', { name: 'siren' }).getByLabel('when wrong').fill('-1')
    await page.waitForURL(/numbers=/)
    await page.getByText('“Other numbers” would have earned').waitFor()
    await page.reload()
    const wrong = page.getByRole('group', { name: 'siren' }).getByLabel('when wrong')
    expect(await wrong.inputValue()).toBe('-1')
  })

  test('plans a flight from what is measured, and from what is typed', async () => {
    const { page, complaints } = await open('/power')
    const takes = page.getByRole('region', { name: 'What it takes' })
    await takes.getByText('Look at any time').waitFor()
    await page.getByLabel('Smallest effect, in points').fill('5')
    await page.getByLabel('Correlation with before').fill('0.5')
    await page.waitForURL(/effect=0.05.*correlation=0.5/)
    await takes.getByText('Look once, less what was before').waitFor()
    const { plans, measured } = await served.running.power('useful warnings', {
      effect: 0.05,
      correlation: 0.5,
    })
    expect(measured.units).toBe(250)
    expect(plans).toHaveLength(4)
    for (const { units } of plans) await takes.getByText(`${units?.toLocaleString('en-US')} people`).waitFor()
    await page.getByRole('img', { name: /Look once: [\d.]+ pp after \d+ days/ }).waitFor()
    await page.getByText('As numbers').click()
    await page.getByRole('columnheader', { name: 'Look at any time', exact: true }).waitFor()
    const document = await run<PowerDocument>(await copy(page, 'the plan', 'TypeScript'))
    expect(document.plans.map(({ units }) => units)).toEqual(plans.map(({ units }) => units))
    copied.push({
      name: 'the baseline',
      sql: await copy(page, 'the plan', 'SQL'),
      check: ([rows]) => {
        const [baseline] = rows ?? []
        expect(baseline?.value).toBeCloseTo(measured.baseline ?? Number.NaN, 9)
        expect(baseline?.n).toBe(250)
      },
    })
    await page.getByLabel('Goal').selectOption('minutes saved')
    await takes.getByText(/from [\d.]+ minutes/).waitFor()
    expect(await page.getByLabel('Goal').locator('option').allTextContents()).not.toContain('usual minutes')
    expect(complaints).toEqual([])
  })

  test('goals are copied as what the warehouse runs, and as the call', async () => {
    const { page, complaints } = await open('/goals?slice=area')
    await page.getByRole('heading', { name: 'useful warnings' }).waitFor()
    const goals = await run<readonly GoalDocument[]>(await copy(page, 'the goals', 'TypeScript'))
    const all = await served.running.goals({ slice: 'area' })
    const told = ({ name, value, slices }: GoalDocument) => [name, value, slices?.map((one) => one.value)]
    expect(goals.map(told)).toEqual(all.map(told))
    copied.push({
      name: 'the goals',
      sql: await copy(page, 'the goals', 'SQL'),
      check: (results) => {
        const values = results.map((rows) => rows.map(({ value }) => value))
        for (const { value, slices = [] } of all) {
          expect(values).toContainEqual([expect.closeTo(value ?? Number.NaN, 9)])
          const own = slices.map((one) => expect.closeTo(one.value ?? Number.NaN, 9))
          expect(values).toContainEqual(expect.arrayContaining(own))
        }
      },
    })
    expect(complaints).toEqual([])
  })

  test('fairness is copied too', async () => {
    const { page, complaints } = await open('/fairness')
    await page.getByRole('heading', { name: 'By area', exact: true }).waitFor()
    const found = await run<FairnessDocument>(await copy(page, 'warnings by area', 'TypeScript'))
    const groups = found.reports[0]?.groupings[0]?.groups ?? []
    expect(groups.map(({ is }) => is.join()).toSorted()).toEqual(['pass', 'valley'])
    copied.push({
      name: 'fairness',
      sql: await copy(page, 'warnings by area', 'SQL'),
      check: (results) => {
        for (const { numbers } of groups) {
          const benefit = numbers.benefit?.value ?? Number.NaN
          const values = results.flatMap((rows) => rows.map(({ value }) => value))
          expect(values).toContainEqual(expect.closeTo(benefit, 9))
        }
      },
    })
    expect(complaints).toEqual([])
  })

  test('a scorecard has the SQL of every arm', async () => {
    const answer = await fetch(`${served.url}/api/v1/systems/roads/flights/kinder/scorecard?as=sql`)
    expect(answer.headers.get('content-type')).toBe('application/sql; charset=utf-8')
    const card: ScorecardDocument = await served.running.scorecard('kinder')
    const effects = card.goals.find(({ name }) => name === 'liked greetings')?.effects ?? []
    copied.push({
      name: 'the scorecard',
      sql: await answer.text(),
      check: (results) => {
        const [effect] = effects
        const values = results.flatMap((rows) => rows.flatMap((row) => Object.values(row)))
        expect(effect?.value).not.toBeNull()
        expect(values).toContainEqual(expect.closeTo(effect?.value ?? Number.NaN, 9))
        expect(values).toContainEqual(expect.closeTo(effect?.control ?? Number.NaN, 9))
      },
    })
  })

  const pages = [
    ['off-policy, known', '/off-policy/warning?policy=always:note', 'The rules it was judged by'],
    ['off-policy, numbers', '/off-policy/warning?policy=numbers', 'The rules it was judged by'],
    ['off-policy, refused', '/off-policy/sign?policy=always:lit', 'Why it cannot'],
    ['power', '/power?correlation=0.5', 'Look at any time, less what was before'],
  ] as const

  test.each(pages)('is for everybody: %s', { timeout: 180_000 }, async (name, path, heading) => {
    const { page, complaints } = await open(path)
    await page.getByRole('heading', { name: heading, exact: true }).waitFor()
    for (const { name: look, viewport, colorScheme } of looks) {
      if (viewport) await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme: colorScheme ?? null })
      // Anew: colours that go over from one scheme to the other are of neither.
      await page.reload()
      await page.getByRole('heading', { name: heading, exact: true }).waitFor()
      if (process.env.LOOK !== undefined) {
        const file = `${name} ${look}`.replaceAll(/\W+/g, '-')
        await page.screenshot({ path: `${process.env.LOOK}/${file}.png`, fullPage: true })
      }
      await expectAccessible(page)
      expect([look, await isTooWide(page)]).toEqual([look, false])
    }
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('what was copied runs in DuckDB on the file of the warehouse, and finds what was shown', async () => {
    expect(copied.map(({ name }) => name)).toEqual([
      ...['what ran', 'the baseline', 'the goals', 'fairness', 'the scorecard'],
    ])
    await served.stop()
    const instance = await DuckDBInstance.create(served.warehouse, { access_mode: 'READ_ONLY' })
    for (const { sql, check } of copied) check(await resultsOf(instance, sql))
    instance.closeSync()
  })
})

/** The rows of every statement of a script that answers with some. */
async function resultsOf(instance: DuckDBInstance, script: string): Promise<readonly (readonly Row[])[]> {
  const connection = await instance.connect()
  const statements = await connection.extractStatements(script)
  const results: (readonly Row[])[] = []
  for (let i = 0; i < statements.count; i++) {
    const rows = (await (await statements.prepare(i)).runAndReadAll()).getRowObjectsJS()
    if (rows.some((row) => 'value' in row || Object.keys(row).some((column) => column.startsWith('value_'))))
      results.push(rows)
  }
  connection.closeSync()
  return results
}
