import type { FlightRequest, ScorecardDocument } from 'holon'

/** A world with something planted in it, the flight that is to find it, and what its scorecard should say. */
export interface Plant {
  readonly about: string
  /** How many people it takes to find it, as a team would plan. */
  readonly people: number
  readonly settings: Readonly<Record<string, number>>
  readonly flight: FlightRequest
  /** What the scorecard says at the end, if it says what is true. */
  says(card: ScorecardDocument): boolean
  /** Claims of a scorecard on any day that are not true. */
  wrong(card: ScorecardDocument): readonly string[]
}

const flight = {
  ...{ name: 'planted', about: 'To be found.', decision: 'meter', share: 1 },
  ...{ by: 'a bench', reason: 'to see whether it is found' },
}

const moved = (card: ScorecardDocument) =>
  card.goals.filter(({ effects }) =>
    effects.some(({ verdict }) => verdict === 'better' || verdict === 'worse'),
  )

const factor = (card: ScorecardDocument, name: string) => {
  const found = card.factors.find((one) => one.factor === name && one.with === undefined)
  return { estimate: found?.effect?.estimate ?? 0, seen: (found?.pValue ?? 1) <= 0.05 }
}

const misleads = 'It wins a leading indicator and loses an organizational goal: stop'

const misleading: Plant = {
  about: 'urgent words are opened more (+0.15), and fewer who read them return (-0.15)',
  people: 300,
  settings: { urged: 0.15, frightened: 0.15 },
  flight: { ...flight, arms: { plain: {}, urgent: { variant: 'urgent' } }, main: 'opened' },
  says: ({ verdict }) =>
    verdict.say === 'stop' && verdict.rules.find(({ holds }) => holds)?.rule === misleads,
  wrong: ({ verdict, goals }) => [
    ...(verdict.say === 'ship' ? ['ships'] : []),
    ...moved({ goals } as ScorecardDocument).flatMap(({ name }) =>
      name === 'opened' || name === 'returned' ? [] : [`moves ${name}`],
    ),
  ],
}

/** By name. */
export const plants = {
  'better model': {
    about: 'a better model (area 0.65 to 0.9) improves accuracy and nothing else: nobody heeds the level',
    people: 300,
    settings: {},
    flight: { ...flight, arms: { own: {}, better: { model: 'better' } }, main: 'filed', worth: 0.1 },
    says: (card) =>
      card.verdict.say !== 'ship' &&
      card.goals.some(({ name, effects }) => name === 'tells' && effects[0]?.verdict === 'better') &&
      moved(card).length === 1,
    wrong: (card) => [
      ...moved(card).flatMap(({ name }) => (name === 'tells' ? [] : [`moves ${name}`])),
      ...(card.verdict.say === 'ship' ? ['ships'] : []),
    ],
  },
  'wording beats model': {
    about: 'calm words (+0.20 of filing) beat a better model (+0.02)',
    people: 300,
    settings: { heeded: 0.04, calmed: 0.2 },
    flight: {
      ...{ ...flight, main: 'filed' },
      factors: {
        model: { own: {}, better: { model: 'better' } },
        words: { plain: {}, calm: { variant: 'calm' } },
      },
    },
    says: (card) => {
      const [words, model] = [factor(card, 'words'), factor(card, 'model')]
      const isCalm = card.verdict.arm?.endsWith('calm') === true
      return card.verdict.say === 'ship' && isCalm && words.seen && words.estimate > model.estimate
    },
    wrong: (card) => {
      const [words, model] = [factor(card, 'words'), factor(card, 'model')]
      return [
        ...(model.seen && model.estimate > words.estimate ? ['names the model'] : []),
        ...(card.verdict.say === 'ship' && card.verdict.arm?.endsWith('plain') === true
          ? ['ships the model with plain words']
          : []),
        ...(card.verdict.say === 'stop' ? ['stops'] : []),
      ]
    },
  },
  'misleading indicator': misleading,
  'misleading indicator, with a margin': {
    ...misleading,
    about: `${misleading.about}; nothing ships before a loss of more than 0.05 is ruled out`,
    flight: { ...misleading.flight, margins: { returned: 0.05 } },
  },
} as const satisfies Readonly<Record<string, Plant>>
