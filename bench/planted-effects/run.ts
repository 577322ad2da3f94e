import type { ScorecardDocument } from 'holon'
import { simulate } from 'holon/world'
import type { Plant } from './plants.ts'
import { world } from './world.ts'

/** What became of one world. */
export interface Ending {
  readonly seed: number
  readonly says: boolean
  readonly verdict: string
  readonly wrong: readonly string[]
  readonly decisions: number
  readonly seconds: number
}

/** Lives through one world, reads its scorecard every week, and says what it said. */
export async function lived(plant: Plant, seed: number, days: number): Promise<Ending> {
  const begun = performance.now()
  const simulation = await simulate(world, {
    ...{ seed, days, people: plant.people, settings: plant.settings, loops: false },
    flights: [{ ...plant.flight, plannedUnits: plant.people }],
    ...{ quality: 0.65, qualities: { better: 0.9 } },
  })
  const wrong = new Set<string>()
  let card: ScorecardDocument | undefined
  for (let day = 7; day <= days; day += 7) {
    await simulation.run({ day })
    card = await simulation.running.scorecard(plant.flight.name)
    for (const claim of plant.wrong(card)) wrong.add(claim)
  }
  const { decisions } = await simulation.report()
  await simulation.close()
  return {
    ...{ seed, decisions, wrong: [...wrong], verdict: card?.verdict.words ?? '' },
    says: card !== undefined && plant.says(card),
    seconds: (performance.now() - begun) / 1000,
  }
}
