import { bool, type Field, num, text, type Value } from '../spec/expression.ts'
import type { Measure } from '../spec/measure.ts'
import { auc, mean, rate, ratio } from './build.ts'

// What must compile and what must not; checked by tsc, never run.

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const yes = <T extends true>(): T | undefined => undefined

yes<Equal<Field<'meter', boolean>, ReturnType<typeof bool<'meter'>>>>()
yes<Equal<Field<'meter', number | undefined>, ReturnType<typeof num<'meter'>>>>()
yes<Equal<Field<'meter', 'low' | 'high'>, ReturnType<typeof text<'meter', 'low' | 'high'>>>>()
yes<Equal<Field<'meter', string | null>, ReturnType<typeof text<'meter', string>>>>()
yes<Equal<Field<'meter', { line: number }>, Value<'meter'>>>()
yes<Equal<Field<'meter', number | string>, Value<'meter'>>>()
yes<Equal<Field<'meter', unknown>, Value<'meter'>>>()

const useful = bool('meter', { op: 'feedback', name: 'useful' })
const hours = num('meter', { op: 'feedback', name: 'hours' })
const met = text<'meter', 'nothing' | 'meter'>('meter', { op: 'experience' })
const elsewhere = bool('offer', { op: 'exposed' })
const price = num('offer', { op: 'cost' })

export const fine: readonly Measure[] = [
  rate(useful.is(true).and(hours.atLeast(3)), { among: met.isOneOf('meter', 'nothing'), per: 'person' }),
  mean(hours.plus(1).over(useful.asNumber())),
]

// @ts-expect-error 'typo' is no experience
met.is('typo')
// @ts-expect-error a boolean is no number
mean(useful)
// @ts-expect-error a number is not true or false
rate(hours)
// @ts-expect-error a text cannot be added to
met.plus(1)
// @ts-expect-error another decision point
useful.and(elsewhere)
// @ts-expect-error another decision point
hours.above(price)
// @ts-expect-error another decision point
rate(useful, { among: elsewhere })
// @ts-expect-error another decision point
ratio(hours, price)
// @ts-expect-error a label belongs to one decision
auc(hours, useful, { per: 'person' })
