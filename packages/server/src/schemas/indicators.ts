import type { IndicatorEffect, IndicatorStanding, IndicatorsDocument, SharedEffect } from 'holon'

import {
  described,
  integer,
  type JsonSchema,
  list,
  number,
  object,
  orNull,
  pair,
  text,
  time,
  word,
} from './build.ts'

const estimate = object<SharedEffect>({ estimate: number, deviation: number })

const effect = object<IndicatorEffect>(
  {
    flight: text,
    arm: text,
    indicator: described('As shares of the control.', estimate),
    goal: estimate,
    covariance: described('Of the two errors, which the same people cause.', number),
  },
  { worlds: described('Simulated: in how many worlds.', integer) },
)

/** What is told of an indicator anywhere. */
export const indicatorNote = {
  goal: described('The goal that it supports.', text),
  verdict: word('predicts', 'misleading', 'unknown'),
  words: text,
}

const standing = object<IndicatorStanding>({
  indicator: text,
  ...indicatorNote,
  expected: word('raises', 'lowers'),
  flights: integer,
  slope: described(
    'Effect on the goal that went with 1 on the indicator, as shares of the control.',
    orNull(number),
  ),
  interval: described('95 %, over changes like these.', orNull(pair)),
  agreed: object<IndicatorStanding['agreed']>({
    n: described('Changes that moved the goal the way that is declared.', integer),
    of: described('Changes that surely moved the indicator.', integer),
    interval: orNull(pair),
  }),
  effects: list(effect),
})

/** Components about leading indicators. */
export const indicatorSchemas: Readonly<Record<string, JsonSchema>> = {
  Indicators: object<IndicatorsDocument>({ system: text, at: time, pairs: list(standing) }),
}
