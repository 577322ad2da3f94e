/** Other utilities of experiences than the declared ones, by decision and experience; what is left out stays as declared. */
export type Tunings = Readonly<
  Record<
    string,
    Readonly<
      Record<string, { readonly right?: number; readonly wrong?: number; readonly interrupting?: number }>
    >
  >
>
