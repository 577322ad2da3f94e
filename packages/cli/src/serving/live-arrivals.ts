import { type AnyHappening, type Draw, momentOf, type World } from 'holon/world'

/** Somebody to whom something happens. */
export interface Arrival {
  readonly happening: AnyHappening
  /** Whom it happens to, from 1; 0 is nobody in particular. */
  readonly number: number
  /** When, in the time of the world: milliseconds since 1970. */
  readonly at: number
}

const day = 86_400_000
/** What does not happen in four years never does. */
const patience = 1_461 * day

/**
 * What happens in a world, one after the other, in the mixture that the world declares. What happens to everybody at once
 * happens to one after the other. Nothing that only a scenario begins.
 */
export function* arrivalsIn(world: World, draw: Draw): Generator<Arrival, void> {
  const start = Date.parse(world.start)
  const { settings, people } = world
  const momentAt = (at: number) => momentOf(at, { start, settings, people, traffic: 1 })
  const awake = Object.values(world.happenings).filter(({ dormant = false }) => !dormant)
  const following = (happening: AnyHappening, after: number) => {
    for (let from = after; from < after + patience; from += day) {
      const at = happening.arrivals.next(from, momentAt, draw)
      if (at !== undefined) return { happening, at }
    }
    return { happening, at: Number.POSITIVE_INFINITY }
  }
  let due = awake.map((happening) => following(happening, start))
  for (;;) {
    const [first, ...others] = due.sort((a, b) => a.at - b.at)
    if (first === undefined || first.at === Number.POSITIVE_INFINITY) return
    for (const number of whoOf(first.happening, world.people, draw)) yield { ...first, number }
    due = [following(first.happening, first.at), ...others]
  }
}

function whoOf({ who = 'anyone' }: AnyHappening, people: number, draw: Draw): readonly number[] {
  if (who === 'nobody') return [0]
  if (who === 'anyone') return [draw.whole(1, people)]
  const first = draw.whole(0, people - 1)
  return Array.from({ length: people }, (_, place) => 1 + ((first + place) % people))
}
