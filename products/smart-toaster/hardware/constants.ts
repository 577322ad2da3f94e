/**
 * Parameters of the simulated toaster: two slots, four faces of bread, 850 W at nominal voltage. Where a source is
 * named the figure is theirs; the others are ours, chosen so that what is known of toasters comes out (golden in two to
 * three minutes, a surface of 150 to 200 C then, the second toast quicker than the first).
 */
export const heater = {
  /** Watts of all elements at nominal voltage. */
  power: 850,
  /** Faces of bread that are toasted at once. */
  faces: 4,
  /** J/K of the wires and mica of one face. */
  capacity: 14,
  /** Radiating area for one face, m2. */
  area: 0.0042,
  emissivity: 0.8,
  /** Share of the radiation that meets the bread, reflector included. */
  toBread: 0.52,
  /** W/K from the wires of one face to the air in the slot. */
  convection: 0.03,
} as const

export const wall = {
  /** J/K of case and reflectors. */
  capacity: 650,
  /** W/K from the case to the kitchen, draught through the slots included. */
  toKitchen: 2.4,
} as const

export const bread = {
  /** Share of radiation that crumb takes in. */
  absorptivity: 0.9,
  /** W/(m2 K), natural convection in a slot a few millimetres wide. */
  convection: 10,
  /** m/s, mass transfer by the analogy of Chilton and Colburn (1934) from the convection above. */
  massTransfer: 0.0095,
  /** m2/s, vapour through the pores of a dry crust. */
  poreDiffusion: 3.2e-5,
  /** W/(m K) of dry crumb, and what a kg of water in a kg of dry crumb adds (evaporation and condensation in pores). */
  conductivity: { dry: 0.065, wet: 0.3 },
  /** Thickness of the layers from the face to the middle, as shares of half the slice. */
  layers: [0.035, 0.065, 0.13, 0.27, 0.5],
} as const

/**
 * Browning of crust: B. Zanoni, C. Peri, D. Bruno, Lebensm.-Wiss. u.-Technol. 28, 604-609 (1995): rate in 1/s, activation
 * energy in J/mol, colour difference of the darkest crust. `toaster` is ours: with it a slice under glowing wires is golden
 * at the 200 C that are measured on toast; with the rate of a crust in an oven alone it would take 255 C.
 */
export const browning = { rate: 42_000, activation: 64_151, darkest: 52, toaster: 6 } as const

/** Charring: starch chars from about 250 C on; the activation energy is of the order known for starch in air. */
export const charring = { rate: 1.1e9, activation: 115_000, darkening: 14 } as const

export const physics = {
  gas: 8.314,
  stefanBoltzmann: 5.67e-8,
  /** kg/mol of water. */
  molarMass: 0.018,
  /** J/kg to evaporate water near 100 C. */
  evaporation: 2.26e6,
  /** J/(kg K) of liquid water. */
  water: 4190,
  celsius: 273.15,
} as const

/** Dry crumb takes fire by itself above this, C (cellulose and starch: 360 to 400). */
export const ignition = 370

export const smoke = {
  /** mg of smoke in the kitchen when a face is charred through. */
  yield: 60,
  /** m3. */
  kitchen: 30,
  /** Share of the air renewed a second: three times an hour. */
  renewal: 3 / 3600,
  /** mg/m3 at which a smoke alarm calls. */
  alarm: 1.5,
} as const
