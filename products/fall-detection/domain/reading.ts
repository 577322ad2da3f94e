/** What a wrist sensor says at one instant. Axes are the sensor's own, right-handed. */
export interface Reading {
  /** Acceleration without gravity, in g (9.80665 m/s²). */
  readonly ax: number
  readonly ay: number
  readonly az: number
  /** Turning about the same axes, in degrees a second. */
  readonly gx: number
  readonly gy: number
  readonly gz: number
}

/** Readings a second that everything here works on. */
export const hertz = 50

/** Standard gravity in m/s² (BIPM, The International System of Units, 9th edition). */
export const standardGravity = 9.80665

/** Number of readings in a time, in seconds. */
export const readingsIn = (seconds: number): number => Math.round(seconds * hertz)

/** Strength of the acceleration of a reading, in g. */
export const strengthOf = ({ ax, ay, az }: Reading): number => Math.hypot(ax, ay, az)
