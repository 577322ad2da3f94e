import {
  IconCircleCheckFilled,
  IconCircleDotted,
  IconShieldHalf,
  IconSquareFilled,
} from '@tabler/icons-react'
import type { FlightDocument } from 'holon'
import './state-mark.css'

/** How a flight stands: by shape and word. */
export function FlightState({ flight }: { flight: FlightDocument }) {
  const { state, holdout } = flight
  const Icon =
    state === 'kept'
      ? IconCircleCheckFilled
      : state === 'stopped'
        ? IconSquareFilled
        : holdout === true
          ? IconShieldHalf
          : IconCircleDotted
  return (
    <span className="flight-state" data-state={state}>
      <Icon size={16} aria-hidden="true" />
      {state}
      {flight.kept !== undefined && ` ${flight.kept}`}
    </span>
  )
}
