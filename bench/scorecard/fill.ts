import { day, start } from './days.ts'

/**
 * Thirty days of decisions, seven of ten at the measured decision point, the rest at another; from the tenth day on in a
 * flight. Feedback for six of ten, and an outcome for two, a third of which comes too late.
 */
export const fill = (rows: number): readonly string[] => {
  const people = Math.ceil(rows / 20)
  return [
    `INSERT INTO decisions BY NAME
     SELECT i AS position, printf('%030d', i) AS id, ${start} + i * (30 * ${day}.0 / ${rows}) AS decided_at, 's' AS system,
       CASE WHEN hash(i) % 10 < 7 THEN 'meter' ELSE 'return' END AS decision, md5((hash(i + 1) % ${people})::VARCHAR) AS person,
       ['nothing', 'meter', 'review'][1 + (hash(i + 2) % 3)::INTEGER] AS experience, 'meter' AS wanted, 0.5 AS propensity,
       (hash(i + 3) % 100)::DOUBLE AS cost, (hash(i + 4) % 1000)::DOUBLE / 8 AS latency, hash(i + 5) % 50 = 0 AS degraded,
       ['audit-risk'] AS models, [(hash(i + 6) % 1000)::DOUBLE / 1000] AS predictions, []::VARCHAR[] AS guardrails,
       CASE WHEN i > ${rows} / 3 AND hash(i) % 10 < 7 THEN ['trial'] END AS flights,
       CASE WHEN i > ${rows} / 3 AND hash(i) % 10 < 7 THEN [CASE WHEN hash(hash(i + 1) % ${people}) % 2 = 0 THEN 'old' ELSE 'new' END] END AS arms,
       '{"region": "north"}' AS context
     FROM range(1, ${rows + 1}) r(i)`,
    `INSERT INTO back BY NAME
     SELECT ${rows} + i AS position, printf('%030d', i) AS decision, ${start} + i * (30 * ${day}.0 / ${rows}) + 1000 AS arrived_at,
       'useful' AS name, hash(i + 7) % 4 > 0 AS truth
     FROM range(1, ${rows + 1}) r(i) WHERE hash(i) % 10 < 7 AND hash(i + 8) % 10 < 6`,
    `INSERT INTO back BY NAME
     SELECT ${2 * rows} + i AS position, printf('%030d', i) AS decision,
       ${start} + i * (30 * ${day}.0 / ${rows}) + (hash(i + 9) % 10) * ${day} AS arrived_at, 'examined' AS name, TRUE AS truth
     FROM range(1, ${rows + 1}) r(i) WHERE hash(i) % 10 < 7 AND hash(i + 10) % 10 < 2`,
  ]
}
