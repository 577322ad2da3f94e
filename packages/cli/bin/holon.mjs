#!/usr/bin/env node
// In a checkout the command runs from its sources, which need a condition of Node's that only its own process can have.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../src/main.ts', import.meta.url))
if (existsSync(source)) runSource()
else await import('../dist/main.js')

function runSource() {
  const words = ['--conditions=source', source, ...process.argv.slice(2)]
  const env = { ...process.env, HOLON_PARENT: String(process.ppid) }
  const child = spawn(process.execPath, words, { stdio: 'inherit', env })
  // A key pressed in the terminal reaches both processes; what is sent to this one alone is passed on.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}
