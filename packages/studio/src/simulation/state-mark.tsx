import {
  IconCircleCheckFilled,
  IconCircleDotted,
  IconCircleXFilled,
  IconPlayerPauseFilled,
} from '@tabler/icons-react'
import type { SimulationState } from 'holon'
import { stateWords } from './run-words.ts'
import './state-mark.css'

const icons = {
  running: IconCircleDotted,
  paused: IconPlayerPauseFilled,
  done: IconCircleCheckFilled,
  failed: IconCircleXFilled,
}

/** How a run stands: by shape, word and colour. */
export function StateMark({ state }: { state: SimulationState }) {
  const Icon = icons[state]
  return (
    <span className="run-state" data-state={state}>
      <Icon size={16} aria-hidden="true" />
      {stateWords[state]}
    </span>
  )
}
