/** Scores in so many bins of equal width: memory does not grow with the number of decisions. */
const bins = 2_048

/** How well scores from 0 to 1 told what was true, so far. */
export class Quality {
  readonly #positives = new Float64Array(bins)
  readonly #negatives = new Float64Array(bins)
  n = 0

  see(score: number, truth: boolean): void {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(score * bins)))
    const side = truth ? this.#positives : this.#negatives
    side[bin] = (side[bin] ?? 0) + 1
    this.n++
  }

  /** Area under the curve, exact up to the width of a bin; null before both kinds were seen. */
  auc(): number | null {
    let below = 0
    let positives = 0
    let won = 0
    for (let bin = 0; bin < bins; bin++) {
      const p = this.#positives[bin] ?? 0
      const n = this.#negatives[bin] ?? 0
      won += p * (below + n / 2)
      below += n
      positives += p
    }
    return positives === 0 || below === 0 ? null : won / (positives * below)
  }
}
