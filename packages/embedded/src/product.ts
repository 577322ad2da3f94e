import type { Features, System } from 'holon'
import type { Verification } from 'holon/verify'
import type { World } from 'holon/world'
import type { ModelSource } from './models.ts'

/** A product as the `holon` command serves it: its system, and what stands around it. */
export interface Product<S extends System = System> {
  readonly system: S
  /** The module that exports the system: `new URL('./system.ts', import.meta.url)`. It is bundled for later replays. */
  readonly source: URL
  /** What answers for each declared model. */
  readonly models?: Readonly<Record<string, ModelSource>>
  /** Other versions of its models that flights may try, by model and by the name that arms give them. */
  readonly versions?: Readonly<Record<string, Readonly<Record<string, ModelSource>>>>
  /** Folder of the built page, served at `/products/<name>/`. */
  readonly page?: URL
  /** Other origins whose pages may call the API: that of its browser extension, `chrome-extension://…`. */
  readonly origins?: readonly string[]
  /**
   * The people and the surroundings it is rehearsed with by `holon simulate`; the same people are at work while the
   * demonstration is on.
   */
  readonly world?: World<S>
  /** How a labelled row of data becomes the features and the label of a model, by the model's name. */
  readonly evaluate?: Readonly<Record<string, RowReader>>
  /** What must hold whatever the models say, exported as `verification` by `verify.ts` beside it. */
  readonly verify?: Verification
}

/** Makes features and label of one row; undefined leaves the row out. */
export type RowReader = (row: Row) => { readonly features: Features; readonly label: boolean } | undefined

/** One row of a data file. Reading a column that is not there, or is of another kind, is HolonError `data-invalid`. */
export interface Row {
  /** Name of the file it stands in. */
  readonly file: string
  /** Is the column there, and not empty? */
  has(column: string): boolean
  number(column: string): number
  /** A list of numbers, in JSON lines. */
  numbers(column: string): readonly number[]
  text(column: string): string
  /** true, 1, yes and their opposites. */
  flag(column: string): boolean
}

/**
 * Describes a product to the `holon` command, which finds it as the export `product` of `products/<name>/product.ts`
 * or of the file it is given.
 *
 * @example
 * ```ts
 * import { defineSystem } from 'holon'
 * const system = defineSystem('empty', { purpose: 'none', people: [], decisions: [], goals: [] })
 * export const product = defineProduct({ system, source: new URL(import.meta.url) })
 * ```
 */
export function defineProduct<S extends System>(product: Product<S>): Product<S> {
  return Object.freeze({ ...product })
}
