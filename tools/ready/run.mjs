import { spawn } from 'node:child_process'

/** Runs a command quietly and answers its exit code and all it printed. */
export function run(command, words, folder, environment = process.env) {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] }
    const child = spawn(command, words, {
      ...options,
      shell: process.platform === 'win32' && command === 'npm',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${command}: ${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
