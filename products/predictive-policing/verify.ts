import type { Random } from 'holon'
import { defineVerification } from 'holon/verify'
import { drawFrom } from 'holon/world'
import type { Round } from './decision.ts'
import { neighbourhoods } from './domain/neighbourhoods.ts'
import { predictivePolicing } from './system.ts'

/** What must hold of every answer, whatever the model says. */
export const verification = defineVerification(predictivePolicing, {
  invariants: [
    {
      name: 'no patrol goes by forecast while the loop alarm stands',
      holds: ({ context, answer }) => !context.alarm || answer.experience === 'rota',
    },
    {
      name: 'no patrol goes by forecast on fewer than twelve incidents',
      holds: ({ context, answer }) =>
        (answer.experience !== 'forecast' && answer.experience !== 'suggest') || context.foundAll >= 12,
    },
    {
      name: 'the rota sends a patrol when it is the turn of a neighbourhood, and only then',
      holds: ({ context, answer }) => answer.experience !== 'rota' || answer.parameters.sent === context.turn,
    },
  ],
  contexts: { patrol: drawRound },
})

/** Counts from nothing to much, alarms half of the time: what schemas alone would seldom draw together. */
function drawRound(random: Random): Round {
  const draw = drawFrom(random)
  const pair = (): readonly [number, number] => {
    const all = draw.whole(0, draw.chance(0.3) ? 13 : 4_999)
    return [draw.whole(0, all), all]
  }
  const [found, foundAll] = pair()
  const [weighted, weightedAll] = pair()
  const [evenly, evenlyAll] = pair()
  const [calls, callsAll] = pair()
  return {
    neighbourhood: draw.one(neighbourhoods),
    ...{ found, foundAll, weighted, weightedAll, evenly, evenlyAll, calls, callsAll },
    ...{ hottest: draw.whole(0, 1), turn: draw.chance(0.3), alarm: draw.chance(0.5) },
  }
}
