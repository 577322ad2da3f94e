#!/usr/bin/env node
// In a checkout the command runs from its sources, which need a condition of Node's that only its own process can have.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../src/main.ts', import.meta.url))
if (existsSync(source) && !process.execArgv.includes('--conditions=source')) {
  const words = ['--conditions=source', source, ...process.argv.slice(2)]
  // A signal from the keyboard reaches both processes; the one at work answers it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' })
  process.exitCode = status ?? 1
} else {
  await import(existsSync(source) ? source : '../dist/main.js')
}
