import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { AssigningDocument, AssigningFlight } from 'holon'
import { expect, test } from 'vitest'

import { clientFlights } from './flight.ts'
import type { house } from './lamp.fixture.ts'
import { problem, ScriptedServer } from './scripted-server.fixture.ts'

const flight: AssigningFlight = {
  ...{ name: 'bold', decision: 'light', unit: 'person', state: 'running' },
  arms: [
    { name: 'usual', share: 0.5 },
    { name: 'bold', share: 0.5, variant: 'bold' },
  ],
  key: '0123456789abcdef0123456789abcdef',
  layerKey: 'fedcba9876543210fedcba9876543210',
  places: [{ from: 0, to: 1 }],
}
const telling = (document: AssigningDocument) => () => Response.json(document)
const hall = { dusk: 0.9, room: 'hall' } as const

test('knows the arms without asking for a decision, until it is told to read again', async () => {
  const server = new ScriptedServer()
  server.script(
    telling({ system: 'house', flights: [flight] }),
    telling({ system: 'house', flights: [{ ...flight, state: 'kept', kept: 'bold' }] }),
  )
  const flights = await clientFlights<typeof house>({ system: 'house', fetch: server.fetch, key: 'k' })
  expect(server.arrived[0]).toMatchObject({ method: 'GET', path: '/api/v1/systems/house/flights/assigning' })
  const arms = Array.from({ length: 50 }, (_, n) => flights.arms('light', hall, { subject: `p${n}` }).bold)
  expect(new Set(arms)).toEqual(new Set(['usual', 'bold']))
  expect(flights.arms('light', hall)).toEqual({})
  expect(flights.arms('heat', { cold: 1 }, { subject: 'p1' })).toEqual({})
  await flights.refresh()
  expect(flights.arms('light', hall, { subject: 'p1' })).toEqual({})
})

test('says why the flights cannot be read', async () => {
  const server = new ScriptedServer()
  server.script(problem(404, 'name-unknown'))
  await expect(clientFlights({ system: 'hut', fetch: server.fetch })).rejects.toMatchObject({
    code: 'name-unknown',
  })
})

test('is small, and brings nothing of the kernel but what assigns', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(import.meta.dirname, 'flight.ts')],
    conditions: ['source'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
  })
  expect(gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length).toBeLessThanOrEqual(
    4096,
  )
  const kernel = Object.keys(metafile.inputs).flatMap((file) => file.split('/holon/src/').slice(1))
  expect(kernel.sort()).toEqual([
    'decide/flight/assign.ts',
    'decide/flight/index.ts',
    'spec/error.ts',
    'spec/expression-value.ts',
    'stats/hash/siphash.ts',
  ])
})
