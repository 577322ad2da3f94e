import { type Duration, inMilliseconds } from '../spec/duration.ts'
import { HolonError } from '../spec/error.ts'
import type { Expression, Measure } from '../spec/measure.ts'
import type { MeasureAnswer } from '../spec/ports.ts'
import type { ReportOptions } from '../spec/running.ts'
import type { ExperienceReport, Stretch } from '../spec/utilities.ts'
import { momentsFromSums, variance } from '../stats/moments.ts'
import type { DecisionPart } from '../system/decision.ts'
import type { Inside } from './inside.ts'
import { planNamed } from './plan-named.ts'
import { queryOf } from './query.ts'

/** How often people were interrupted at a decision point, and what its guardrails did over time. */
export async function experienceReport(
  inside: Inside,
  name: string,
  { every = '1 hour', ...period }: ReportOptions = {},
): Promise<ExperienceReport> {
  const { decision } = planNamed(inside, name)
  mustBeTime(every)
  await inside.projector.fresh()
  const ask = (measure: Measure, stretches?: Duration): Promise<readonly MeasureAnswer[]> =>
    inside.ports.warehouse.answer({
      ...queryOf(inside, decision, measure, period),
      ...(stretches !== undefined && { every: stretches }),
    })
  const rows = { decision: name, per: 'decision' } as const
  const interrupted = loud(decision)
  const perPerson: Measure = {
    ...{ op: 'sum', of: { op: 'number', of: interrupted }, decision: name, per: 'person' },
  }
  const [people, guardrails, overTime] = await Promise.all([
    ask(perPerson),
    Promise.all(
      decision.guardrails.map(async (one) => ({
        guardrail: one.name,
        times: stretches(
          await ask({ op: 'rate', of: { op: 'guarded', guardrail: one.name }, ...rows }, every),
        ),
      })),
    ),
    ask({ op: 'rate', of: interrupted, ...rows }, every),
  ])
  return {
    every,
    interruptions: { perPerson: spreadOf(people[0]), times: stretches(overTime) },
    interventions: guardrails,
  }
}

function mustBeTime(every: Duration): void {
  try {
    inMilliseconds(every)
  } catch {
    throw new HolonError(
      'input-invalid',
      `"${every}" is not a length of time.`,
      'Write a positive number, a space and a unit, for example "1 hour".',
    )
  }
}

/** Whether the person met something that was not silent. */
function loud({ experiences }: DecisionPart): Expression {
  const names = experiences.filter((one) => one.style !== 'silent').map((one) => one.name)
  return {
    op: 'or',
    of: names.map((value) => ({
      ...{ op: 'compare', by: 'eq', left: { op: 'experience' }, right: { op: 'literal', value } },
    })),
  }
}

/** Oldest first. */
const stretches = (answers: readonly MeasureAnswer[]): readonly Stretch[] =>
  answers.map(stretch).toSorted((a, b) => a.from - b.from)

/** How many of how many decisions in the stretch that starts at `from`. */
function stretch({ from = 0, statistics }: MeasureAnswer): Stretch {
  const { n, sum } = statistics.kind === 'moments' ? statistics : { n: 0, sum: 0 }
  return { from, n: sum, of: n }
}

function spreadOf(answer: MeasureAnswer | undefined): ExperienceReport['interruptions']['perPerson'] {
  const statistics = answer?.statistics
  if (statistics?.kind !== 'moments' || statistics.n === 0) return { people: 0, mean: null, deviation: null }
  const { n, sum, squares } = statistics
  const moments = momentsFromSums({ n, sum, sumSquares: squares })
  return { people: n, mean: moments.mean, deviation: n < 2 ? null : Math.sqrt(variance(moments)) }
}
