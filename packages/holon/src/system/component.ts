import { freeze } from './freeze.ts'

/** A part of the system, or of what it stands on. `kind` tells a model from the rest. */
export interface ComponentPart {
  readonly kind: 'component' | 'model'
  readonly name: string
  /** Whether its behaviour was learned from data. */
  readonly ml: boolean
  /** Whether it is inside the boundary: ours to change. */
  readonly inside: boolean
  readonly does: string
  readonly owner?: string
  readonly uses: readonly ComponentPart[]
}

/** What to say about a component. */
export interface ComponentInit {
  readonly does: string
  readonly ml?: boolean
  /** false for what the system depends on but does not own. Default true. */
  readonly inside?: boolean
  readonly owner?: string
  readonly uses?: readonly ComponentPart[]
}

/**
 * Declares a component that is not a model: an engine, a store, a page, a bought service.
 *
 * @example
 * ```ts
 * import { component } from 'holon'
 * const engine = component('tax engine', { does: 'computes the return' })
 * const page = component('interview', { does: 'asks for the figures', uses: [engine] })
 * ```
 */
export function component(name: string, init: ComponentInit): ComponentPart {
  return freeze({
    kind: 'component',
    name,
    ml: init.ml ?? false,
    inside: init.inside ?? true,
    does: init.does,
    ...(init.owner === undefined ? {} : { owner: init.owner }),
    uses: init.uses ?? [],
  })
}
