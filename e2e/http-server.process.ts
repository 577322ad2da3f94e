import { openData } from '@holon/embedded'
import { createServer, listen } from '@holon/server'

import { lamps } from './http-lamps.ts'

/** A server process on a data folder that outlives it: `node http-server.process.ts <folder> <port>`. */
const [folder, port = '0'] = process.argv.slice(2)
const running = await (await openData(folder)).open(lamps)
const url = await listen(createServer({ systems: [running], version: '1' }), { port: Number(port) })
process.send?.(url)
