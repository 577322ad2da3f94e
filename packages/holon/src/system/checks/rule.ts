import type { Finding } from '../../spec/api.ts'
import type { System } from '../system.ts'

/** One check of a declaration: what it looks for, and what it found where. */
export interface Rule {
  readonly name: string
  readonly severity: Finding['severity']
  find(system: System): readonly Omit<Finding, 'rule' | 'severity'>[]
}
