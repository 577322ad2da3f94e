import type { LoopOptions, LoopSighting, LoopStanding, LoopStatus, LoopsDocument } from '../../spec/loops.ts'
import type { LoopPart } from '../../system/surroundings.ts'
import type { System } from '../../system/system.ts'
import { breaksOf } from './breaks.ts'
import { labelsOf } from './labels.ts'
import type { SeenLog } from './log.ts'
import { falseAlarms, sightingsOf } from './sighting.ts'
import { watchesOf } from './watch.ts'

/**
 * Loops through the world, as declared and as seen in the log. A decision logs the probability of every experience, so
 * chance made some of the actions: where one of them is followed by other inputs, labels or scores than its absence, and
 * more often than chance allows, the system has influenced what it sees. What is compared is the same person, or the same
 * place, after actions and after none.
 */
export async function reportLoops(
  system: System,
  log: SeenLog,
  options: LoopOptions = {},
): Promise<LoopsDocument> {
  const watches = watchesOf(system, options)
  const seen = await sightingsOf(watches, log)
  const about = (name: string) => seen.filter((_, index) => watches[index]?.loop === name)
  const others = seen.filter((_, index) => watches[index]?.loop === undefined)
  const found = others.filter(({ status }) => status === 'found')
  return {
    at: log.now,
    falseAlarms,
    loops: [
      ...system.loops.map((loop) => declared(loop, about(loop.name))),
      ...[...Map.groupBy(found, titleOf)].map(([name, sightings]) => undeclared(name, sightings)),
    ],
    elsewhere: others.filter(({ status }) => status !== 'found'),
    labels: await labelsOf(system, log),
  }
}

function declared(loop: LoopPart, sightings: readonly LoopSighting[]): LoopStanding {
  const { name, watchedBy, brokenBy } = loop
  return {
    ...{ name, declared: true, sightings },
    ...(watchedBy !== undefined && { watchedBy: watchedBy.name }),
    status: statusOf(sightings),
    because:
      sightings.length > 0
        ? telling(sightings).because
        : `It is not said which value of the log it moves: name it in \`influences\`.`,
    breaks: [...new Set([...(brokenBy === undefined ? [] : [brokenBy]), ...breaksAll(sightings)])],
  }
}

const undeclared = (name: string, sightings: readonly LoopSighting[]): LoopStanding => ({
  ...{ name, declared: false, status: 'found', sightings },
  because: telling(sightings).because,
  breaks: breaksAll(sightings),
})

const titleOf = ({ decision, influences }: LoopSighting): string => `${decision} changes ${influences.name}`

const breaksAll = (sightings: readonly LoopSighting[]): readonly string[] => [
  ...new Set(sightings.filter(({ status }) => status === 'found').flatMap(breaksOf)),
]

/** Found if one is; not there only if none can be. */
function statusOf(sightings: readonly LoopSighting[]): LoopStatus {
  if (sightings.some(({ status }) => status === 'found')) return 'found'
  const absent = sightings.length > 0 && sightings.every(({ status }) => status === 'not-found')
  return absent ? 'not-found' : 'inconclusive'
}

/** The sighting that says most about a loop: one of its own status, the surest of these. */
function telling(sightings: readonly LoopSighting[]): LoopSighting {
  const status = statusOf(sightings)
  return sightings
    .filter((one) => one.status === status)
    .reduce((best, one) => (one.pValue < best.pValue ? one : best))
}
