/** What the toaster's sensors say, as the software gets it. */
export interface Reading {
  /** C, the face of the bread by an infrared eye; null when the eye says nothing. */
  readonly surface: number | null
  /** C, the case, by a thermistor. */
  readonly wall: number
  /** Grams on the lift. */
  readonly mass: number
  /** Water of the slice, a share of its mass, by its capacitance. */
  readonly moisture: number
  /** Watts the heater takes at full duty, from the voltage of the mains. */
  readonly power: number
}

/**
 * All of the hardware that software can reach: two wires in and out. Whatever else the hardware has, it has out of
 * reach.
 */
export interface Terminals {
  read(): Reading
  /** Share of the heater's power, 0 to 1, until driven again. The circuit takes anything else as 0. */
  drive(duty: number): void
}
