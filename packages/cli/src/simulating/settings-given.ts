import { HolonError } from 'holon'
import type { Settings, World } from 'holon/world'

/**
 * Reads `name=value` as the world means it: a number where the setting is a number.
 *
 * @throws HolonError `name-unknown` for no such setting, `input-invalid` for a value of another kind
 */
export function settingsGiven({ settings }: Pick<World, 'settings'>, given: readonly string[]): Settings {
  return Object.fromEntries(given.map((text) => settingOf(settings, text)))
}

function settingOf(usual: Settings, text: string): readonly [string, Settings[string]] {
  const [name, value] = halves(text)
  const known = Object.hasOwn(usual, name) ? usual[name] : undefined
  if (known === undefined) {
    throw new HolonError(
      'name-unknown',
      `There is no setting "${name}".`,
      `Use one of: ${Object.keys(usual).join(', ')}.`,
    )
  }
  const read = readers[typeof known as keyof typeof readers](value)
  if (read !== undefined) return [name, read]
  throw new HolonError(
    'input-invalid',
    `The setting "${name}" cannot be "${value}".`,
    `Give a ${typeof known}; usually it is ${known}.`,
  )
}

function halves(text: string): readonly [string, string] {
  const place = text.indexOf('=')
  if (place > 0) return [text.slice(0, place).trim(), text.slice(place + 1).trim()]
  throw new HolonError('input-invalid', `"${text}" sets nothing.`, 'Write --set name=value.')
}

const readers = {
  number: (text: string) => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined),
  boolean: (text: string) => (text === 'true' ? true : text === 'false' ? false : undefined),
  string: (text: string) => text,
} as const
