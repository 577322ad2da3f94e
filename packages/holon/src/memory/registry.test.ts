import { describe, expect, it } from 'vitest'
import { registrySuite } from '../testing/conformance/registry.ts'
import { memoryRegistry } from './registry.ts'

registrySuite(
  { describe, it, expect },
  { name: 'memory', store: async () => async () => memoryRegistry(), forgets: 'it is kept in memory only' },
)
