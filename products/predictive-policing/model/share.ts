import type { Features, Model } from 'holon'
import { neighbourhoods } from '../domain/neighbourhoods.ts'

/**
 * The count-based forecast of the field: a neighbourhood's share of what is on file is taken for the probability that the
 * next crime of the city is there. It learns online, because what is on file grows with every day; nothing is trained.
 */
export const shareModel: Model = {
  version: { name: 'crime-share', version: '1', kind: 'function' },
  predict: ({ here, everywhere }: Features) => {
    if (typeof here !== 'number' || typeof everywhere !== 'number') return undefined
    return everywhere > 0 ? here / everywhere : 1 / neighbourhoods.length
  },
}
