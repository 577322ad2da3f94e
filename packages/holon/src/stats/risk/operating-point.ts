import { requirePaired } from '../argument.ts'

/** The chosen setting; `met` is false where no setting keeps the risk and the safest one stands in. */
export interface OperatingPoint {
  readonly setting: number
  readonly met: boolean
}

/**
 * The most useful setting whose risk stays within `limit`, on a monotone risk curve over ascending settings:
 * the largest where risk grows with the setting, the smallest where it falls.
 */
export function operatingPoint(
  settings: readonly number[],
  risks: readonly number[],
  limit: number,
): OperatingPoint {
  requirePaired(settings, risks)
  const points = settings
    .map((setting, i) => ({ setting, risk: risks[i] ?? Number.NaN }))
    .sort((a, b) => a.setting - b.setting)
  const grows = (points.at(-1)?.risk ?? 0) >= (points[0]?.risk ?? 0)
  const fromUseful = grows ? points.toReversed() : points
  const valid = fromUseful.find((point) => point.risk <= limit)
  const safest = fromUseful.at(-1)
  return { setting: (valid ?? safest)?.setting ?? Number.NaN, met: valid !== undefined }
}
