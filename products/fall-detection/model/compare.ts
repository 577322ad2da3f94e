import { auc, logLoss } from 'holon/stats'
import type { Judged } from './judged.ts'
import { outOfPerson } from './leave-one-out.ts'
import { type Recipe, tableFor } from './recipe.ts'
import type { Trial } from './trials.ts'

/** One recipe among others: how it does on moments of persons it has not seen, uncalibrated. */
export interface Comparison {
  readonly name: string
  readonly features: number
  readonly auc: number
  readonly logLoss: number
}

/** Leaves every person out once with every recipe. */
export function compare(
  recipes: readonly Recipe[],
  trials: readonly Trial[],
  moments: readonly Judged[],
): readonly Comparison[] {
  const labels = moments.map(({ label }) => label)
  const rows = Int32Array.from(moments.keys())
  return recipes.map((recipe) => {
    const said = outOfPerson(recipe, trials, moments, tableFor(recipe, moments), rows)
    return {
      name: recipe.name,
      features: recipe.features.length,
      auc: auc(said, labels),
      logLoss: logLoss(said, labels),
    }
  })
}
