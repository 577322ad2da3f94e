import { requireCount, requirePaired, requireShare } from '../argument.ts'

/**
 * The largest setting for which the expected loss of a new row is below `limit`, by the conformal bound (n R
 * + 1) / (n + 1) on mean losses R in [0, 1] over n calibration rows; it must hold for every smaller setting
 * too. Undefined where not even the smallest one does. `settings` ascend and the loss grows with them (A.
 * Angelopoulos and others, Conformal Risk Control, 2022).
 */
export function conformalRiskSetting(
  settings: readonly number[],
  risks: readonly number[],
  n: number,
  limit: number,
): number | undefined {
  requirePaired(settings, risks)
  requireCount('n', n, 1)
  requireShare('limit', limit)
  const firstFailure = risks.findIndex((risk) => !((n * risk + 1) / (n + 1) < limit))
  return settings[firstFailure < 0 ? settings.length - 1 : firstFailure - 1]
}
