import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// From sources, most of a start is stripping types. Threads and child processes find the cache by the environment.
if (import.meta.url.endsWith('.ts')) {
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../../.cache/compile', import.meta.url))
  enableCompileCache(process.env.NODE_COMPILE_CACHE)
}

const { run } = await import('./run.ts')
process.exitCode = await run(process.argv.slice(2))
