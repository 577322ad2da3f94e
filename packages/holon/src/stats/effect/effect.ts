import type { Arm } from './arm.ts'

/** Whether an effect is a difference, or a share of the control's size. */
export type Scale = 'absolute' | 'relative'

/** An estimated effect of treatment over control, with its standard error. */
export interface Effect {
  readonly estimate: number
  readonly deviation: number
  /** Units in both arms. */
  readonly n: number
  /** Welch's and Satterthwaite's degrees of freedom, of the absolute difference. */
  readonly freedom: number
}

/**
 * The effect of the treatment, by the delta method where relative. Undefined while there is no evidence to
 * estimate it from: an arm without units or without variance, or a relative effect over a control of mean 0.
 */
export function effectOf(control: Arm, treatment: Arm, scale: Scale = 'relative'): Effect | undefined {
  const known = [control, treatment].every(({ n, variance }) => n > 0 && variance > 0)
  if (!known || (scale === 'relative' && control.mean === 0)) return undefined
  const size = scale === 'relative' ? Math.abs(control.mean) : 1
  const fromControl = control.variance / control.n
  const fromTreatment = treatment.variance / treatment.n
  const echo = scale === 'relative' ? (treatment.mean / control.mean) ** 2 : 1
  return {
    estimate: (treatment.mean - control.mean) / size,
    deviation: Math.sqrt(fromTreatment + fromControl * echo) / size,
    n: control.n + treatment.n,
    freedom: welchFreedom(control, treatment),
  }
}

/** Degrees of freedom of a difference of two means with unequal variances (B. L. Welch, 1947). */
export function welchFreedom(control: Arm, treatment: Arm): number {
  const a = control.variance / control.n
  const b = treatment.variance / treatment.n
  return (a + b) ** 2 / (a ** 2 / (control.n - 1) + b ** 2 / (treatment.n - 1))
}
