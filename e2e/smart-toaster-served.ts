import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onnx } from '@holon/model-onnx'
import { createServer, listen } from '@holon/server'
import { type BackEntry, type Holon, open, type Running } from 'holon'
import { smartToaster } from '../products/smart-toaster/system.ts'

/** The built page. */
export const built = join(import.meta.dirname, '..', 'products', 'smart-toaster', 'page', 'dist')

/** Is the page built? */
export const isBuilt = existsSync(join(built, 'index.html'))

/** The product served for real, with its real model. */
export interface Served {
  readonly url: string
  /** Toasts that were decided on the server, the latest first. */
  toasts(): Promise<readonly { readonly id: string; readonly experience: string }[]>
  /** What came back for a decision, by name. */
  back(id: string): Promise<Readonly<Record<string, BackEntry['value']>>>
  close(): Promise<void>
}

/** Serves the system with everything in memory. */
export async function serve(): Promise<Served> {
  const model = await onnx(new URL('../products/smart-toaster/model/toasting-time.onnx', import.meta.url))
  const running: Holon<typeof smartToaster> = await open(smartToaster, { models: { 'toasting-time': model } })
  const server = createServer({
    systems: [running as unknown as Running],
    pages: { 'smart-toaster': built },
    version: '1',
    logger: { error: () => undefined },
  })
  const origin = await listen(server, { port: 0 })
  return {
    url: `${origin}/products/smart-toaster/`,
    toasts: async () => (await running.latest()).decisions.filter(({ decision }) => decision === 'toast'),
    back: async (id) => {
      const { back } = await running.record(id)
      return Object.fromEntries(back.map(({ name, value }) => [name, value]))
    },
    close: async () => {
      await server.close()
      await running.close()
    },
  }
}
