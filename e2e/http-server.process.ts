import { sqliteLog } from '@holon/log-sqlite'
import { createServer, listen } from '@holon/server'
import { open, type Random } from 'holon'
import { memoryVault } from 'holon/memory'

import { lamps } from './http-lamps.ts'

/** A server process on a log that outlives it: `node http-server.process.ts <log file> <port>`. */
const [file = '', port = '0'] = process.argv.slice(2)

/** The secret that signs ids must be the same after a restart. */
const steady: Random = { next: () => 0.5 }

const running = await open(lamps, { log: await sqliteLog({ file }), vault: memoryVault(steady) })
const url = await listen(createServer({ systems: [running], version: '1' }), { port: Number(port) })
process.send?.(url)
