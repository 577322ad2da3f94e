import { useQuery } from '@tanstack/react-query'
import type { LoopSighting } from 'holon'
import { formatMeasured } from '../format/number.ts'
import { formatTime } from '../format/time.ts'
import { Facts } from '../look/facts.tsx'
import { None } from '../look/none.tsx'
import { useSystem } from '../shell/system.ts'
import { loopsQuery } from '../wire/queries.ts'

/** What the log shows of a loop: whether it is there, how strong, since when, and what breaks it. */
export function LoopSeen({ name }: { name: string }) {
  const { name: system } = useSystem()
  const { data } = useQuery(loopsQuery(system))
  const loop = data?.loops.find((one) => one.name === name)
  if (loop === undefined) return null
  return (
    <section aria-label="What the log shows">
      <h3>What the log shows</h3>
      <p>{loop.because}</p>
      {loop.sightings.map((one) => (
        <Facts key={`${one.influences.kind} ${one.influences.name} ${one.delay}`} facts={factsOf(one)} />
      ))}
      {loop.status === 'found' && loop.breaks.length > 0 && (
        <>
          <h3>What breaks it</h3>
          <ul className="details-list">
            {loop.breaks.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function factsOf({ influences, status, alarmAt, strength, evidence, unit }: LoopSighting) {
  const { wouldShow, decisions, units } = evidence
  return {
    Influence: `${influences.kind} ${influences.name}: ${status}`,
    'First found': alarmAt === null ? undefined : formatTime(alarmAt),
    'One action changes it by': strength === undefined ? <None>not known</None> : effectOf(strength),
    'Would have shown': wouldShow === null ? undefined : `${formatMeasured(wouldShow)} or more`,
    Evidence: `${decisions.toLocaleString('en-US')} decisions, by ${unit}: ${units.toLocaleString('en-US')}`,
  }
}

const effectOf = ({ effect, interval: [low, high] }: NonNullable<LoopSighting['strength']>): string =>
  `${formatMeasured(effect)} (${formatMeasured(low)} to ${formatMeasured(high)})`
