import { expect, test } from 'vitest'
import { simulationText } from './simulation-text.ts'

const request = { people: 40, days: 10, seed: 3, scenarios: ['a storm'], settings: { rain: 0.4 } }

/** Runs the text where worlds only tell what they were asked for. */
async function run(text: string): Promise<unknown> {
  const simulate = async (world: string, options: object) => ({
    run: async () => undefined,
    report: async () => ({ world, ...options }),
    close: async () => undefined,
  })
  const body = text.replace("import { simulate } from 'holon/world'", '')
  return new Function('simulate', 'world', `return (async () => { ${body}; return documents })()`)(
    simulate,
    'umbrella',
  )
}

test('a run is asked for with what it was started with', async () => {
  const text = simulationText({ system: 'umbrella', request, injected: [{ scenario: 'fog', day: 4 }] })
  expect(text).toContain('// "fog" befell it on day 4')
  expect(await run(text)).toEqual([{ world: 'umbrella', ...request }])
})

test('two versions are two runs', async () => {
  const compared = { ...request, compare: ['current', 'bold'] as const }
  expect(await run(simulationText({ system: 'umbrella', request: compared, injected: [] }))).toEqual([
    { world: 'umbrella', ...request, version: 'current' },
    { world: 'umbrella', ...request, version: 'bold' },
  ])
})
