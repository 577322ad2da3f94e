import type {
  AuditDeclaration,
  ComponentDocument,
  DecisionDocument,
  EnvironmentDocument,
  ExperienceDocument,
  FeedbackDocument,
  Finding,
  GoalDeclaration,
  LadderDocument,
  LoopDocument,
  MapDocument,
  MistakeDocument,
  PersonDocument,
  Problem,
  SystemDocument,
} from 'holon'

import {
  anyObject,
  anything,
  described,
  integer,
  type JsonSchema,
  list,
  mapOf,
  number,
  object,
  oneOf,
  pair,
  ref,
  text,
  truth,
  word,
} from './build.ts'
import { fairnessDeclaration } from './fairness.ts'
import { influenced } from './loops.ts'

const fault = oneOf(
  object<{ kind: 'none' }>({ kind: { const: 'none' } }),
  object<{ kind: 'dead' }>({ kind: { const: 'dead' } }),
  object<{ kind: 'slow'; milliseconds: number }>({
    kind: { const: 'slow' },
    milliseconds: { type: 'integer', minimum: 0, maximum: 60_000 },
  }),
  object<{ kind: 'nonsense' }>({ kind: { const: 'nonsense' } }),
)

const target = oneOf(
  object<{ atLeast: number }>({ atLeast: number }),
  object<{ atMost: number }>({ atMost: number }),
  object<{ between: [number, number] }>({ between: pair }),
)

const versions = list(
  object<NonNullable<NonNullable<ComponentDocument['model']>['versions']>[number]>(
    { name: text, version: text, kind: text },
    { cost: number },
  ),
)

const component = object<ComponentDocument>(
  { name: text, ml: truth, inside: truth, does: text, uses: list(text) },
  {
    owner: text,
    model: object<NonNullable<ComponentDocument['model']>>(
      { predicts: text, deadline: number, featureSchema: anyObject, calibrated: truth, fault: ref('Fault') },
      { version: text, sha256: text, kind: text, versions },
    ),
  },
)

const handedOver = { to: text, within: text, answer: text, asks: text }

const experience = object<ExperienceDocument>(
  {
    name: text,
    style: ref('Style'),
    forcefulness: { type: 'number', minimum: 0, maximum: 1 },
    right: number,
    wrong: number,
    interrupting: number,
  },
  {
    worth: described('The value for each class, where the model predicts classes.', mapOf(number)),
    handsOver: object<NonNullable<ExperienceDocument['handsOver']>>(handedOver),
    undo: text,
    parametersSchema: anyObject,
  },
)

const feedback = object<FeedbackDocument>(
  {
    name: text,
    kind: word('feedback', 'correction', 'outcome'),
    valueSchema: anyObject,
    keep: word('last', 'first', 'any', 'sum', 'mean', 'max', 'min'),
  },
  {
    within: text,
    otherwise: anything,
    asks: text,
    audit: described(
      'Asked of some people, drawn at random.',
      object<AuditDeclaration>({ share: number, after: list(text), unanswered: word('alike', 'anything') }),
    ),
    handsOver: object<NonNullable<FeedbackDocument['handsOver']>>(handedOver, { atMost: integer }),
  },
)

const mistake = object<MistakeDocument>({
  name: text,
  harms: text,
  harm: text,
  cost: number,
  noticedBy: list(text),
  limitedBy: list(text),
  owner: text,
})

const decision = object<DecisionDocument>(
  {
    name: text,
    does: text,
    contextSchema: anyObject,
    dataClasses: mapOf(word('public', 'personal', 'sensitive')),
    example: anything,
    uses: list(text),
    policy: object<DecisionDocument['policy']>({ kind: text, options: anyObject, words: text }),
    experiences: list(experience),
    guardrails: list(
      object<DecisionDocument['guardrails'][number]>(
        { name: text, promise: text },
        { latches: described('The safe experience it holds until it is reset.', text) },
      ),
    ),
    limits: list(object<DecisionDocument['limits'][number]>({ name: text, words: text })),
    fallback: text,
    feedback: list(feedback),
    mistakes: list(mistake),
  },
  {
    model: text,
    thresholds: list(
      object<NonNullable<DecisionDocument['thresholds']>[number]>({
        ...{ experience: text, from: number, to: number },
      }),
    ),
    variants: described(
      'Other ways in which it may work, for flights to try.',
      list(
        object<NonNullable<DecisionDocument['variants']>[number]>({
          name: text,
          does: text,
          changes: described('What is different, in words.', list(text)),
        }),
      ),
    ),
    habituation: object<NonNullable<DecisionDocument['habituation']>>({ halfLife: text, growth: number }),
    ladder: object<LadderDocument>({
      steps: list(
        object<LadderDocument['steps'][number]>(
          { experience: text },
          { wait: described('Milliseconds.', number) },
        ),
      ),
      endedBy: list(text),
      hurriedBy: list(text),
    }),
  },
)

/** Properties of a goal as declared, for every schema that has them. */
export const goalProperties = {
  name: text,
  layer: word('organization', 'leading', 'system', 'user', 'model'),
  why: text,
  unit: text,
  target,
  supports: list(
    object<GoalDeclaration['supports'][number]>(
      { goal: text, expected: word('raises', 'lowers') },
      { lag: text },
    ),
  ),
}

/** The optional ones. */
export const goalOptions = { measure: described('A measure expression.', anyObject) }

const loop = object<LoopDocument>(
  { name: text, from: text, through: text, to: text, delay: text, effect: word('reinforcing', 'balancing') },
  { watchedBy: text, brokenBy: text, acts: list(text), influences: list(influenced), unit: text },
)

const map = object<MapDocument>({
  nodes: list(
    object<MapDocument['nodes'][number]>({
      id: text,
      label: text,
      kind: word('component', 'model', 'decision', 'person', 'environment'),
      inside: truth,
    }),
  ),
  edges: list(
    object<MapDocument['edges'][number]>(
      { from: text, to: text, kind: word('uses', 'decides', 'meets', 'returns', 'influences') },
      { label: text },
    ),
  ),
})

/** Components that describe a system. */
export const systemSchemas: Readonly<Record<string, JsonSchema>> = {
  Style: word('automate', 'prompt', 'organize', 'annotate', 'silent'),
  Fault: described('A model broken on purpose, or `none`.', fault),
  System: object<SystemDocument>(
    {
      name: text,
      title: text,
      purpose: text,
      snapshot: text,
      components: list(component),
      people: list(object<PersonDocument>({ name: text, wants: text })),
      environment: list(object<EnvironmentDocument>({ name: text, assumed: text })),
      decisions: list(decision),
      goals: list(object<GoalDeclaration>(goalProperties, goalOptions)),
      loops: list(loop),
      fairness: list(fairnessDeclaration),
      map,
      findings: list(
        object<Finding>({
          rule: text,
          severity: word('error', 'warning'),
          where: text,
          problem: text,
          fix: text,
        }),
      ),
    },
    { page: described('Where a person uses the product.', text) },
  ),
  Problem: object<Problem>(
    { type: text, title: text, status: integer, detail: text, code: text },
    { fix: described('What to do about it.', text) },
  ),
}
