import { choicesOf, educations, employments, mostHoursAWeek, occupations } from '../about.ts'
import type { Question } from './question.ts'

/** Optional questions for the audit-risk meter; they change no tax. */
export const aboutQuestions: readonly Question[] = [
  {
    id: 'employment',
    section: 'about',
    text: 'Whom do you work for?',
    kind: 'choice',
    choices: choicesOf(employments),
    optional: true,
  },
  {
    id: 'occupation',
    section: 'about',
    text: 'What kind of work do you do?',
    kind: 'choice',
    choices: choicesOf(occupations),
    optional: true,
  },
  {
    id: 'education',
    section: 'about',
    text: 'What is your highest completed education?',
    kind: 'choice',
    choices: choicesOf(educations),
    optional: true,
  },
  {
    id: 'hoursPerWeek',
    section: 'about',
    text: 'How many hours a week do you work?',
    kind: 'count',
    range: () => [0, mostHoursAWeek],
    optional: true,
  },
]
