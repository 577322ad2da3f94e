import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decisionLogSuite } from 'holon/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { sqliteLog } from './log.ts'

const folder = await mkdtemp(join(tmpdir(), 'holon-log-'))
afterAll(() => rm(folder, { recursive: true }))
let files = 0
const fresh = () => join(folder, `${++files}`, 'log.db')

decisionLogSuite(
  { describe, it, expect },
  {
    name: 'SQLite',
    store: async () => {
      const file = fresh()
      return () => sqliteLog({ file })
    },
  },
)
