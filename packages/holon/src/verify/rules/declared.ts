import type { Rule } from './rule.ts'

/** The experience that is met is a declared one, and its parameters fit their schema. */
export const declared = (): Rule => ({
  name: 'every answer is one that was declared',
  answered: async ({ told: { answer }, part }) => {
    const experience = part.experiences.find((one) => one.name === answer.experience)
    if (experience === undefined) return `"${answer.experience}" is no experience of "${part.name}"`
    if (experience.parameters === undefined) return undefined
    const { issues } = await experience.parameters['~standard'].validate(answer.parameters)
    return issues === undefined
      ? undefined
      : `the parameters of "${answer.experience}" do not fit their schema: ${issues[0]?.message}`
  },
})
