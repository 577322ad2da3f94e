import { outOfFold, probabilities, stratifiedFolds } from '@holon/learn'
import { auc, meanInterval, momentsOf } from 'holon/stats'
import type { Stated } from './applications.ts'
import { asLabels, type Recipe, seed, tableFor } from './recipe.ts'

/** Folds of cross-validation. */
export const folds = 10

/** A stated chance from which an application counts as strong, for the area under the curve. */
const strongFrom = 0.75

/** How a recipe does on applications it has not seen, and how far its squared error is from that of the best. */
export interface Comparison {
  readonly name: string
  readonly features: number
  readonly auc: number
  /** Mean distance of estimate and stated chance. */
  readonly meanError: number
  /** Share of the variance of stated chances that estimates explain. */
  readonly explained: number
  /** Squared error beyond that of the best, and the standard error of it. */
  readonly excess: { readonly mean: number; readonly standardError: number }
}

/** Estimates for every application by models that have not seen it. */
export function unseen(recipe: Recipe, rows: readonly Stated[]): readonly number[] {
  const dealt = stratifiedFolds(rows.map(isStrong), folds, seed)
  return [
    ...outOfFold(dealt, (train) => {
      const { table, labels } = asLabels([...train].map((row) => rows[row] as Stated))
      const model = recipe.fit(table(recipe), labels)
      return (test) =>
        probabilities(
          model,
          tableFor(
            recipe,
            [...test].map((row) => rows[row] as Stated),
          ),
        )
    }),
  ]
}

/** 1 for an application whose applicant states a chance that is good. */
export const isStrong = ({ chance }: Stated): number => Number(chance >= strongFrom)

/** Compares recipes on the same folds. */
export function compare(recipes: readonly Recipe[], rows: readonly Stated[]): readonly Comparison[] {
  const said = recipes.map((recipe) => unseen(recipe, rows))
  const errors = said.map((estimates) => squaredErrors(estimates, rows))
  const means = errors.map((of) => momentsOf(of).mean)
  const best = errors[means.indexOf(Math.min(...means))] as readonly number[]
  return recipes.map(({ name, features }, i) => {
    const excess = (errors[i] as readonly number[]).map((error, row) => error - (best[row] as number))
    const { lower, upper } = meanInterval(momentsOf(excess), 0.6827)
    return {
      name,
      features: features.length,
      ...figuresOf(said[i] as readonly number[], rows),
      excess: { mean: momentsOf(excess).mean, standardError: (upper - lower) / 2 },
    }
  })
}

/** Area under the curve, mean error and share of variance explained. */
export function figuresOf(estimates: readonly number[], rows: readonly Stated[]) {
  const errors = squaredErrors(estimates, rows)
  const stated = momentsOf(rows.map(({ chance }) => chance))
  const spread = momentsOf(rows.map(({ chance }) => (chance - stated.mean) ** 2)).mean
  return {
    auc: auc([...estimates], rows.map(isStrong)),
    meanError: momentsOf(errors.map(Math.sqrt)).mean,
    explained: 1 - momentsOf(errors).mean / spread,
  }
}

const squaredErrors = (estimates: readonly number[], rows: readonly Stated[]): readonly number[] =>
  rows.map(({ chance }, row) => (chance - (estimates[row] as number)) ** 2)
