export { type Arms, assign, assigner, type FlightMoment } from './assign.ts'
