import { openData } from '@holon/embedded'
import { createServer, listen } from '@holon/server'

import { bells } from './http-bells.ts'
import { lamps } from './http-lamps.ts'

/** A server process on a data folder that outlives it: `node http-server.process.ts <folder> <port> [bells]`. */
const [folder, port = '0', which] = process.argv.slice(2)
const data = await openData(folder)
const running = which === 'bells' ? await data.open(bells) : await data.open(lamps)
const url = await listen(createServer({ systems: [running], version: '1' }), { port: Number(port) })
process.send?.(url)
