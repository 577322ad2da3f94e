import { createServer, listen } from '@holon/server'

type Served = Omit<Parameters<typeof createServer>[0], 'studio' | 'version' | 'logger'>

/** Serves the studio over systems of this process, on a free port. Closing ends the server, then what it served. */
export async function serveStudio(studio: string, served: Served, end: () => Promise<unknown>) {
  const server = createServer({ ...served, studio, version: '1', logger: { error: () => undefined } })
  const url = await listen(server, { port: 0 })
  return {
    url,
    close: async (): Promise<void> => {
      await server.close()
      await end()
    },
  }
}
