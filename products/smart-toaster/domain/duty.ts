/** Watts the heater is built for. */
export const nominalPower = 850

/** The duty at which the heater takes its nominal power, all of it where the mains are weak. `power` in watts at full duty. */
export function nominalDuty(power: number): number {
  return Math.min(1, nominalPower / power)
}
