import { describe, expect, it } from 'vitest'
import { decisionLogSuite } from '../testing/conformance/log.ts'
import { memoryLog } from './log.ts'

decisionLogSuite(
  { describe, it, expect },
  { name: 'memory', store: async () => async () => memoryLog(), forgets: 'it is kept in memory only' },
)
