import { z } from 'zod'

/** One answer of a choice with the words a person reads. */
export interface Choice {
  readonly value: string
  readonly label: string
}

/** Kinds of employment, by the names the audit data uses. */
export const employments = Object.freeze({
  Private: 'A private company',
  Consultant: 'Consultant',
  SelfEmp: 'My own business',
  PSFederal: 'Federal government',
  PSState: 'State government',
  PSLocal: 'Local government',
  Volunteer: 'Volunteer',
  Unemployed: 'Not employed',
})

/** Highest completed education, by the names the audit data uses. */
export const educations = Object.freeze({
  Preschool: 'Preschool',
  Yr1t4: 'Grades 1 to 4',
  Yr5t6: 'Grades 5 to 6',
  Yr7t8: 'Grades 7 to 8',
  Yr9: 'Grade 9',
  Yr10: 'Grade 10',
  Yr11: 'Grade 11',
  Yr12: 'Grade 12, no diploma',
  HSgrad: 'High school diploma',
  Vocational: 'Vocational school',
  College: 'Some college',
  Associate: 'Associate degree',
  Bachelor: "Bachelor's degree",
  Master: "Master's degree",
  Professional: 'Professional degree',
  Doctorate: 'Doctorate',
})

/** Occupations, by the names the audit data uses. */
export const occupations = Object.freeze({
  Executive: 'Management',
  Professional: 'Professional specialty',
  Clerical: 'Office and clerical',
  Sales: 'Sales',
  Support: 'Technical support',
  Service: 'Service',
  Protective: 'Police, fire, security',
  Repair: 'Craft and repair',
  Machinist: 'Machine operation and inspection',
  Transport: 'Transport and moving',
  Cleaner: 'Handling and cleaning',
  Farming: 'Farming and fishing',
  Home: 'Work in private homes',
  Military: 'Armed forces',
})

/** Most hours of work a week that are accepted; a week has 168, the audit data goes to 99. */
export const mostHoursAWeek = 99

/**
 * What a person may tell about their work. It changes no tax; only the audit-risk meter reads it. The meter never asks
 * for age or gender.
 */
export const About = z
  .strictObject({
    employment: z.enum(keysOf(employments)).optional(),
    education: z.enum(keysOf(educations)).optional(),
    occupation: z.enum(keysOf(occupations)).optional(),
    hoursPerWeek: z.number().min(0).max(mostHoursAWeek).optional(),
  })
  .readonly()
export type About = z.infer<typeof About>

/** The answers of a labelled list in its order. */
export function choicesOf(labels: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.freeze(Object.entries(labels).map(([value, label]) => Object.freeze({ value, label })))
}

function keysOf<K extends string>(labels: Readonly<Record<K, string>>): [K, ...K[]] {
  return Object.keys(labels) as [K, ...K[]]
}
