import fc from 'fast-check'
import type { ArmsMeasure, ArmsQuery, Expression } from 'holon'
import { defined, time, without } from './log.fixture.ts'
import { any, measure, shape } from './question.fixture.ts'

const point = fc.constantFrom('d', 'd', 'd', 'another')

/** Slices may not speak of what came back. */
const slice = any.filter((of: Expression) => !/"op":"(feedback|delay|exposed)"/.test(JSON.stringify(of)))

const units = fc
  .record({
    flight: fc.constantFrom('f', 'f', 'f', 'f', 'f', 'g', 'g', 'none'),
    decision: without(2, point),
    unit: fc.constantFrom('person' as const, 'person' as const, 'episode' as const, 'decision' as const),
    counts: fc.constantFrom('decided' as const, 'decided' as const, 'exposed' as const),
  })
  .map(({ decision, ...fields }) => ({ ...fields, ...defined({ decision }) }))

/** Several measures of two decision points, some of which share how their feedback joins. */
const measures: fc.Arbitrary<readonly ArmsMeasure[]> = fc
  .tuple(
    fc.array(fc.tuple(measure, point, fc.boolean()), { minLength: 1, maxLength: 5 }),
    fc.tuple(shape('truth'), shape('number'), shape('mixed')),
    fc.tuple(shape('truth'), shape('number'), shape('mixed')),
  )
  .map(([drawn, one, other]) =>
    drawn.map(([measure, decision, isOne]) => ({
      measure: { ...measure, decision },
      feedback: isOne ? one : other,
    })),
  )

/** Anything that may be asked about the flights of a drawn log. */
export const armsQuestion: fc.Arbitrary<ArmsQuery> = fc
  .record({
    units,
    measures,
    now: time,
    from: without(8, time),
    to: without(8, time),
    slice: without(6, slice),
    sinceMet: without(7, fc.constantFrom('3 hours' as const, '90 minutes' as const, '1 day' as const)),
    before: without(4, fc.constantFrom('2 hours' as const, '1 day' as const)),
  })
  .map(({ units, measures, now, ...fields }) => ({ system: 's', units, measures, now, ...defined(fields) }))
