import { NewFlight } from './new-flight.tsx'
import './what-a-flight-is.css'

const steps = [
  [
    'Change',
    'Choose a decision point and what differs: other words, another model, other numbers, or several crossed.',
  ],
  [
    'Share',
    'Let a small share of people meet it. Whoever is in stays in their arm; guardrails hold in every arm.',
  ],
  [
    'Read',
    'The scorecard compares all five layers of goals. Look as often as you like: its intervals allow for it.',
  ],
  [
    'Decide',
    'Ramp it up, stop it, or keep an arm for everybody. Each step takes effect with the next decision.',
  ],
] as const

/** Where there is no flight yet: what one is, and how one begins. */
export function WhatAFlightIs({ system }: { system: string }) {
  return (
    <section className="first-flight" aria-label="What a flight is">
      <h2>Nothing was tried on people yet.</h2>
      <p>
        A change of a model, a policy, a wording or a number is a guess about people. A <b>flight</b> lets
        some of them meet it, and says what it did to every layer of goals.
      </p>
      <ol>
        {steps.map(([title, words]) => (
          <li key={title}>
            <b>{title}</b>
            {words}
          </li>
        ))}
      </ol>
      <div className="first-flight-way">
        <NewFlight system={system} />
        <p className="quiet small">
          or from a terminal: <code>holon flight start {system} flight.json</code>
        </p>
      </div>
    </section>
  )
}
