export { createServer, type Limits, type ServerOptions } from './create-server.ts'
export { type Address, listen } from './listen.ts'
export { precompress } from './pages/precompress.ts'
export type { Log } from './served.ts'
