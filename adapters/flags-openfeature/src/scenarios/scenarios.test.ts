import { join } from 'node:path'
import { describe, test } from 'vitest'
import { type Scenario, scenariosIn } from './gherkin.fixture.ts'
import { stepFor } from './steps.fixture.ts'
import { World } from './world.fixture.ts'

/**
 * The scenarios of the OpenFeature specification (github.com/open-feature/spec, Apache-2.0), run through the SDK against
 * decisions: those for SDKs, which is `specification/assets/gherkin`, and those for providers, which is
 * `specification/assets/provider-tck/gherkin`.
 */
const data = process.env.HOLON_DATASETS ?? new URL('../../../../../shared/data', import.meta.url).pathname
const absent =
  'the scenarios are not here: put them into openfeature/gherkin and openfeature/provider-tck below HOLON_DATASETS'

/** Why a scenario is not run. */
function reasonToSkip({ name, tags, steps }: Scenario): string | undefined {
  if (name === 'CACHED reason') return 'a decision is taken anew each time, never answered from a cache'
  if (tags.includes('@strict-numeric-typing')) return 'JavaScript and its SDK have one type of number'
  if (tags.includes('@stale') || steps.some(({ text }) => text === 'a stale provider')) {
    return 'in one process there is no connection to lose'
  }
  return undefined
}

describe.each(['gherkin', 'provider-tck'])('%s', (folder) => {
  const features = scenariosIn(join(data, 'openfeature', folder))
  if (features === undefined) test('scenarios', ({ skip }) => skip(absent))
  describe.each(features ?? [])('%s', (_, scenarios) => {
    for (const [at, scenario] of scenarios.entries()) {
      test(`${at + 1} ${scenario.name}`, async ({ skip }) => {
        const reason = reasonToSkip(scenario)
        if (reason !== undefined) return skip(reason)
        await play(scenario)
      })
    }
  })
})

async function play({ steps }: Scenario): Promise<void> {
  const world = new World()
  try {
    for (const { text, table } of steps) {
      const { run, words } = stepFor(text)
      await run(world, words, table)
    }
  } finally {
    await world.close()
  }
}
