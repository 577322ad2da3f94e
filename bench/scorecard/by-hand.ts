import { day, start } from './days.ts'
import { goals } from './goals.ts'

/** What one would write by hand: the people of each arm once, then a pass over each decision point. */
export const byHand = [
  `CREATE OR REPLACE TEMPORARY TABLE met AS
     SELECT person, min(arm) AS arm, min(decided_at) AS met
     FROM (SELECT person, decided_at, arms[list_position(flights, 'trial')] AS arm
       FROM decisions WHERE system = 's' AND decision = 'meter')
     WHERE arm IS NOT NULL AND person IS NOT NULL GROUP BY person HAVING min(arm) = max(arm)`,
  'SELECT arm, count(*) AS n FROM met GROUP BY arm',
  passOver(
    'meter',
    `LEFT JOIN (SELECT decision, arg_max(truth, position) AS useful FROM back WHERE name = 'useful' GROUP BY decision) u
         ON u.decision = d.id
       LEFT JOIN (SELECT d.position, arg_max(b.truth, b.position) AS truth FROM back b JOIN decisions d ON d.id = b.decision
         WHERE b.name = 'examined' AND d.system = 's' AND d.decision = 'meter' AND b.arrived_at <= d.decided_at + ${7 * day}
         GROUP BY d.position) e ON e.position = d.position`,
    `, u.useful, CASE WHEN ${start + 30 * day} > d.decided_at + ${7 * day} THEN coalesce(e.truth, FALSE) END AS examined`,
  ),
  passOver('return', '', ''),
]

/** One pass over the rows of a decision point: per person, after and before they met the flight; then per arm. */
function passOver(decision: string, joins: string, columns: string): string {
  const here = goals.filter(({ measure }) => measure.decision === decision)
  const perPerson = here.flatMap(({ sql: { over, under, when } }, i) =>
    [
      ['x', 'y', 'after'],
      ['p', 'q', 'NOT after'],
    ].flatMap(([a, b, time]) => {
      // The outer parenthesis of a condition on counts takes no FILTER.
      const filtered = (sql: string) =>
        sql.replace(
          /(\w+)\(([^()]+)\)/,
          `$1($2) FILTER (WHERE ${[time, ...(when ? [when] : [])].join(' AND ')})`,
        )
      return [
        `coalesce(${filtered(over)}, 0)::DOUBLE AS ${a}${i}`,
        ...(under === undefined ? [] : [`coalesce(${filtered(under)}, 0)::DOUBLE AS ${b}${i}`]),
      ]
    }),
  )
  const perArm = here.flatMap(({ sql: { under } }, i) => {
    const numbers = (under === undefined ? ['x', 'p'] : ['x', 'y', 'p', 'q']).map((name) => `${name}${i}`)
    return [
      ...numbers.map((name) => `sum(${name}) AS ${name}`),
      ...numbers.flatMap((a, place) => numbers.slice(place).map((b) => `sum(${a} * ${b})`)),
    ]
  })
  return `SELECT arm, ${perArm.join(', ')} FROM (
      SELECT person, any_value(arm) AS arm, ${perPerson.join(', ')} FROM (
        SELECT m.person, m.arm, d.decided_at >= m.met AS after, d.experience = 'meter' AS shown, d.predictions[1] AS prediction,
          d.predictions[1] >= 0.5 AS high, d.cost, d.latency, d.degraded${columns}
        FROM decisions d JOIN met m ON m.person = d.person ${joins}
        WHERE d.system = 's' AND d.decision = '${decision}' AND d.decided_at >= m.met - ${7 * day})
      GROUP BY person)
    GROUP BY arm`
}
