import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { whenNpmIsGone } from './parent.ts'

test('tells when the shell of npm has ended, and only then', async () => {
  const shell = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const environment = { npm_lifecycle_event: 'start', HOLON_PARENT: String(shell.pid) }
  const call = vi.fn()
  const stop = whenNpmIsGone(call, environment)
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(call).not.toHaveBeenCalled()
  shell.kill('SIGKILL')
  await once(shell, 'exit')
  await expect.poll(() => call.mock.calls.length, { timeout: 5_000 }).toBeGreaterThan(0)
  stop()
})

test('watches nothing when npm had no part in it', async () => {
  const call = vi.fn()
  whenNpmIsGone(call, { HOLON_PARENT: '999999999' })
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(call).not.toHaveBeenCalled()
})
