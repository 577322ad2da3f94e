import { gather, groupedFolds, outOfFold, probabilities, take } from '@holon/learn'
import { auc, logLoss } from 'holon/stats'
import { innerPredictions, type Labelled, protocol, rowsOf } from './cross-validate.ts'
import { mean, standardError } from './mean.ts'
import { candidates, type Recipe, seed } from './recipe.ts'

/** One recipe among others, on rows whose sites it has not seen. */
export interface Comparison {
  readonly name: string
  readonly auc: number
  readonly logLoss: number
  /** Mean excess of log loss over that of the best, site by site, and its standard error. */
  readonly excess: { readonly mean: number; readonly standardError: number }
}

/** Compares recipes on the same folds. */
export function compare(data: Labelled): readonly Comparison[] {
  const runs = candidates.map((recipe) => {
    const said = innerPredictions(recipe, data, protocol.innerFolds)
    const losses = perSite(data, said)
    return { recipe, said: [...said], losses, loss: logLoss([...said], data.labels) }
  })
  const best = runs.reduce((least, run) => (run.loss < least.loss ? run : least))
  return runs.map(({ recipe, said, losses, loss }) => {
    const excess = losses.map((one, site) => one - (best.losses[site] as number))
    return {
      name: recipe.name,
      auc: auc(said, data.labels),
      logLoss: loss,
      excess: { mean: mean(excess), standardError: standardError(excess) },
    }
  })
}

/** The simplest recipe within one standard error of the best. */
export function simplest(comparisons: readonly Comparison[]): Recipe {
  const chosen = comparisons.findIndex(({ excess }) => excess.mean <= excess.standardError)
  return candidates[chosen] as Recipe
}

/** How well a model does whose recipe was chosen without the fold it is measured on, and which recipes were chosen. */
export function nested(data: Labelled): {
  readonly auc: number
  readonly chosen: Readonly<Record<string, number>>
} {
  const chosen: Record<string, number> = {}
  const scores: number[] = []
  outOfFold(groupedFolds(data.sites, protocol.folds, seed), (train) => {
    const seen = rowsOf(data, train)
    const recipe = simplest(compare(seen))
    chosen[recipe.name] = (chosen[recipe.name] ?? 0) + 1
    const model = recipe.fit(seen.table, seen.labels)
    return (test) => {
      const said = probabilities(model, take(data.table, test))
      scores.push(auc([...said], [...gather(data.labels, test)]))
      return said
    }
  })
  return { auc: mean(scores), chosen }
}

/** Rows of one site are not independent: their losses count as one. */
function perSite({ labels, sites }: Labelled, said: Float64Array): readonly number[] {
  const sums = new Map<string, { sum: number; count: number }>()
  for (const [row, site] of sites.entries()) {
    const probability = Math.min(1 - 1e-12, Math.max(1e-12, said[row] as number))
    const loss = -Math.log(labels[row] === 1 ? probability : 1 - probability)
    const known = sums.get(site) ?? { sum: 0, count: 0 }
    sums.set(site, { sum: known.sum + loss, count: known.count + 1 })
  }
  return [...sums.values()].map(({ sum, count }) => sum / count)
}
