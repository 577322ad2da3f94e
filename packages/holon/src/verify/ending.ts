/** An invariant that was broken, how, and at which step of the story (from 0). */
export interface Breach {
  readonly invariant: string
  readonly because: string
  readonly step: number
}

/** How often an invariant was looked at, and its smallest margin, at which step; infinite where it has none. */
export interface Looks {
  readonly times: number
  readonly margin: number
  readonly step: number
}

/** What came of a story. */
export interface Ending {
  /** What broke at the first step at which anything did; the story ends there. */
  readonly broken: readonly Breach[]
  /** By invariant. */
  readonly looked: Readonly<Record<string, Looks>>
  /** Interventions by guardrail. */
  readonly interventions: Readonly<Record<string, number>>
  /** Steps that were taken; every move of the plant is one. */
  readonly steps: number
  /** Every combination of decision, experience, reason and guardrails that came up. */
  readonly ways: ReadonlySet<string>
}

/** Counts what endings tell: looks by invariant, interventions by guardrail. */
export class Tally {
  readonly looked: Record<string, Looks> = {}
  readonly interventions: Record<string, number> = {}

  look(invariant: string, looks: Looks): void {
    const before = this.looked[invariant] ?? { ...looks, times: 0 }
    const closest = looks.margin < before.margin ? looks : before
    this.looked[invariant] = { ...closest, times: before.times + looks.times }
  }

  intervene(guardrail: string, times = 1): void {
    this.interventions[guardrail] = (this.interventions[guardrail] ?? 0) + times
  }
}
