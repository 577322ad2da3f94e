/** What others lose on the same worlds, as their programs said. */
export const references: Readonly<
  Record<string, readonly { readonly name: string; readonly regret: readonly number[] }[]>
> = {}
