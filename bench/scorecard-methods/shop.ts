import {
  type ArmStatistics,
  decision,
  defineSystem,
  type FlightRequest,
  goal,
  type Judge,
  open,
  policy,
  rate,
  type ScorecardDocument,
  type Warehouse,
} from 'holon'
import { memoryWarehouse } from 'holon/memory'
import { normalQuantile, type SeededRandom } from 'holon/stats'
import { z } from 'zod'

const offer = decision('offer', {
  does: 'offers something',
  context: z.object({}),
  example: {},
  experiences: { plain: { style: 'annotate' }, nothing: { style: 'silent' } },
  policy: policy('always', () => ({ plain: 1 })),
  fallback: 'nothing',
  feedback: { bought: { value: z.boolean() } },
  mistakes: [],
  variants: { bold: { does: 'offers it boldly' } },
})

const shop = defineSystem('shop', {
  purpose: 'to sell',
  people: [],
  decisions: [offer],
  goals: [
    goal('bought', {
      layer: 'system',
      why: 'it pays',
      measure: rate(offer.feedback.bought.is(true), { per: 'person' }),
      atLeast: 0.5,
    }),
  ],
})

/** How many came to an arm, and how many of them bought. */
interface Arm {
  n: number
  bought: number
}

/** People who come in batches to a flight of two arms, and buy with the chance of theirs. */
export class Flight {
  readonly #chances: readonly [number, number]
  readonly #random: SeededRandom
  readonly #arms: readonly [Arm, Arm] = [
    { n: 0, bought: 0 },
    { n: 0, bought: 0 },
  ]
  #holon: Awaited<ReturnType<typeof open<typeof shop>>> | undefined

  constructor(chances: readonly [number, number], random: SeededRandom) {
    this.#chances = chances
    this.#random = random
  }

  async start(judge: Judge, plannedUnits: number): Promise<void> {
    this.#holon = await open(shop, { warehouse: this.#warehouse(), projection: 'asked' })
    const request: FlightRequest = {
      ...{ name: 'bold', about: 'Boldness sells.', decision: 'offer', share: 1, main: 'bought' },
      ...{ arms: { plain: {}, bold: { variant: 'bold' } }, judge, plannedUnits },
      ...{ by: 'a bench', reason: 'to see' },
    }
    await this.#holon.startFlight(request)
  }

  /** Half of them to either arm; how many buy is drawn by the normal approximation of so many coins. */
  come(people: number): void {
    for (const [i, arm] of this.#arms.entries()) {
      const [n, chance] = [people / 2, this.#chances[i] ?? 0]
      const z = normalQuantile(this.#random.next() || 0.5)
      arm.n += n
      arm.bought += Math.round(n * chance + z * Math.sqrt(n * chance * (1 - chance)))
    }
  }

  async read(): Promise<ScorecardDocument> {
    if (this.#holon === undefined) throw new Error('The flight was not started.')
    return this.#holon.scorecard('bold')
  }

  async end(): Promise<void> {
    await this.#holon?.close()
  }

  /** A warehouse that knows the sums and no people: the scorecard asks for nothing else. */
  #warehouse(): Warehouse {
    return {
      ...memoryWarehouse(),
      arms: async ({ measures }) =>
        ['plain', 'bold'].map((arm, i) => ({
          ...{ arm, slice: null },
          statistics: measures.map(() => statisticsOf(this.#arms[i] ?? { n: 0, bought: 0 })),
        })),
    }
  }
}

const statisticsOf = ({ n, bought }: Arm): ArmStatistics => ({
  kind: 'units',
  units: {
    n,
    sums: [bought, n, 0, 0],
    products: [bought, bought, 0, 0, n, 0, 0, 0, 0, 0],
  },
})
