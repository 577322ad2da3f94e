import { pathToFileURL } from 'node:url'
import type { BenchResult } from './result.ts'

const [file = ''] = process.argv.slice(2)
const { run } = (await import(pathToFileURL(file).href)) as { run: () => Promise<readonly BenchResult[]> }
process.send?.(await run(), () => process.exit())
