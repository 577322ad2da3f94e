import { browning, charring, physics } from './constants.ts'

/** Pressure of saturated water vapour, Pa, at a temperature in K (O. Tetens, 1930; within 1 % up to 110 C). */
export function saturationPressure(temperature: number): number {
  const celsius = temperature - physics.celsius
  return 610.78 * Math.exp((17.27 * celsius) / (celsius + 237.3))
}

/**
 * Water activity of bread: how readily it gives off water, 0 to 1. Oswin's isotherm with the figures of I. Lind and
 * C. Rask (J. Food Eng. 14, 1991). `water` in kg per kg dry, temperature in K.
 */
export function waterActivity(water: number, temperature: number): number {
  if (water <= 0) return 0
  const middle = Math.exp(5.5 - 0.0056 * temperature) / 100
  return 1 / (1 + (middle / water) ** (1 / 0.38))
}

/** J/(kg K) of dry crumb (E. Purlis, V. Salvadori, Food Research International 42, 2009): 5 T + 25. */
export function dryHeat(temperature: number): number {
  return 5 * temperature + 25
}

/** First-order rate of browning, 1/s. Crumb was dried for the source, so water activity holds it back. */
export function browningRate(temperature: number, activity: number): number {
  const dry = browning.toaster * browning.rate * Math.exp(-browning.activation / (physics.gas * temperature))
  return dry * (1 - activity)
}

/** First-order rate of charring, 1/s. */
export function charringRate(temperature: number, activity: number): number {
  return charring.rate * Math.exp(-charring.activation / (physics.gas * temperature)) * (1 - activity)
}
