import { styleText } from 'node:util'
import type { WorldDocument } from 'holon'
import { table } from '../terminal/table.ts'
import { thousands } from '../terminal/units.ts'

/** What can be simulated around a system, for a person. */
export function tellWorld(world: WorldDocument): string {
  const { system, about, start, people, days, settings, scenarios, versions } = world
  return [
    `${styleText('bold', system)}: ${about}`,
    `Usually ${thousands(people)} people for ${thousands(days)} days from ${start}.`,
    part(
      'Settings (--set name=value)',
      Object.entries(settings).map(([name, value]) => [name, `${value}`]),
    ),
    part(
      'Scenarios (--scenario NAME)',
      scenarios.map(({ name, about: what }) => [name, what]),
    ),
    part(
      'Versions (--compare A B)',
      versions.map(({ name, about: what }) => [name, what]),
    ),
  ].join('\n\n')
}

function part(title: string, rows: readonly (readonly string[])[]): string {
  const lines = rows.length === 0 ? 'none' : table(rows)
  return `${styleText('dim', title)}\n${indented(lines)}`
}

/** Lines moved to the right. */
export const indented = (lines: string): string => lines.replace(/^/gm, '  ')
