import type { Settings, SettingsOf, World } from 'holon/world'

/** The usual settings of a world, whichever it is: what it declares them with is what its stories read. */
export const settingsOf = ({ settings }: World): SettingsOf<Settings> => settings as SettingsOf<Settings>
