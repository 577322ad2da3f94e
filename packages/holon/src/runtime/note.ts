import type { JsonObject } from '../spec/json.ts'
import type { Inside } from './inside.ts'

/** Writes down an event of the system itself. */
export async function note(inside: Inside, name: string, details: JsonObject): Promise<void> {
  const { system, ports } = inside
  const entry = { kind: 'event' as const, at: ports.clock.now(), system: system.name, name, details }
  await ports.log.append([{ entry }])
  inside.emit({ type: 'event', data: entry })
}
