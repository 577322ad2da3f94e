import type { Rule } from './rule.ts'

/** A latched guardrail holds its safe experience for the person until it is let go, across restarts. */
export const latches = (): Rule => {
  const held = new Map<
    string,
    { readonly safe: string; readonly since: number; readonly guardrail: string }
  >()
  return {
    name: 'a latch holds until it is reset',
    answered: ({ told: { record, subject }, part, step }) => {
      const who = `${part.name}/${subject ?? ''}`
      const latched = held.get(who)
      for (const { guardrail, did } of record.interventions) {
        const safe = part.guardrails.find((one) => one.name === guardrail)?.latches
        if (did === 'latch' && safe !== undefined && latched === undefined) {
          held.set(who, { safe, since: step, guardrail })
        }
      }
      // Requests of one step are under way at the same time.
      if (latched === undefined || latched.since === step || record.experience === latched.safe)
        return undefined
      return `"${record.experience}" although "${latched.guardrail}" had latched "${latched.safe}"`
    },
    latchesReset: () => held.clear(),
  }
}
