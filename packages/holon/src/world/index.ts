export { type Arrivals, every, type Moment, momentOf, poisson, type Rate } from './arrivals.ts'
export { answers, chooses, type Fading, faded, stirred, trusting, type Willingness } from './behaviour.ts'
export {
  blurredClasses,
  blurredNumber,
  blurredProbability,
  noisyNumber,
  type Spread,
} from './blurred.ts'
export { compareRuns } from './compare.ts'
export { coverageOf } from './coverage.ts'
export {
  type AnyHappening,
  type Artefact,
  defineWorld,
  type Happening,
  type Life,
  type Pace,
  type Version,
  type World,
  type WorldParts,
} from './declaration.ts'
export { type Draw, drawFrom } from './draw.ts'
export { figureIn, goalIn, timesIn } from './in-report.ts'
export { type IndicatorWorldsOptions, rehearseIndicators } from './indicators.ts'
export type { SimulateOptions } from './options.ts'
export { rehearse } from './rehearse.ts'
export { sayComparison } from './say-comparison.ts'
export { sayCoverage } from './say-coverage.ts'
export { sayValue } from './say-value.ts'
export {
  type At,
  begins,
  type Change,
  everyScenario,
  lateLabels,
  launch,
  lostLabels,
  outage,
  type Scenario,
  season,
  shift,
  slowness,
} from './scenario.ts'
export type { Settings, SettingsOf } from './settings.ts'
export { type Simulation, simulate } from './simulate.ts'
export { type Level, type ValueInput, valueReport } from './value.ts'
