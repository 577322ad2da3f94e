import type { SimulationSummary } from 'holon'
import { literalText } from './call.ts'

type Asked = Pick<SimulationSummary, 'system' | 'request' | 'injected'>

/**
 * The calls that give the report of a run, as TypeScript: the same world, options and seed give the same bytes. No SQL does:
 * a world keeps what it measures to itself.
 */
export function simulationText({ system, request, injected }: Asked): string {
  const { compare, ...options } = request
  const versions = compare?.map((version) => ({ ...options, version })) ?? [options]
  return [
    "import { simulate } from 'holon/world'",
    `// world: the world of the product ${JSON.stringify(system)}`,
    ...injected.map(
      ({ scenario, day }) => `// ${JSON.stringify(scenario)} befell it on day ${day}: simulation.inject()`,
    ),
    'const documents = []',
    `for (const options of ${literalText(versions)}) {`,
    '  const simulation = await simulate(world, options)',
    '  await simulation.run()',
    '  documents.push(await simulation.report())',
    '  await simulation.close()',
    '}',
    '',
  ].join('\n')
}
