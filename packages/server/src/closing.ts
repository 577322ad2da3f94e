import type { Socket } from 'node:net'

import type { FastifyInstance } from 'fastify'

/** Milliseconds between two looks for connections that have finished. */
const look = 50

/**
 * Closes in order: answers under way are finished first, what takes longer than `milliseconds` is cut off. Nothing else
 * holds up the end, as two kinds of connections would: those that browsers open ahead of need, which Node takes for
 * requests about to come, and those whose last answer left after the server began to close.
 */
export function closeInTime(app: FastifyInstance, milliseconds: number): void {
  const { server } = app
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  app.addHook('preClose', async () => {
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
    const finished = setInterval(() => server.closeIdleConnections(), look)
    const late = setTimeout(() => server.closeAllConnections(), milliseconds)
    server.once('close', () => {
      clearInterval(finished)
      clearTimeout(late)
    })
  })
}
