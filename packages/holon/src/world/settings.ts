/** What can be changed about a world: names and usual values. */
export type Settings = Readonly<Record<string, number | boolean | string>>

/** The same names with other values of the same kind. */
export type SettingsOf<V extends Settings> = {
  readonly [K in keyof V]: Widened<V[K]>
}

type Widened<T> = T extends number ? number : T extends boolean ? boolean : string
