import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HolonError } from 'holon'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { ownerOf, takeOwnership } from './owner.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holon-owner-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a data folder', () => {
  test('belongs to one process, and the next one is told which', async () => {
    const script = join(folder, 'child.ts')
    const module = JSON.stringify(join(import.meta.dirname, 'owner.ts'))
    writeFileSync(
      script,
      `import { takeOwnership } from ${module}
       takeOwnership(${JSON.stringify(join(folder, 'data'))}).announce('http://127.0.0.1:1')
       // Whoever keeps nothing of it owns the folder all the same.
       setImmediate(() => {
         gc()
         setImmediate(() => process.send('taken'))
       })
       setInterval(() => {}, 1000)`,
    )
    const child = fork(script, {
      execArgv: ['--conditions=source', '--disable-warning=ExperimentalWarning', '--expose-gc'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child, 'message')
    const data = join(folder, 'data')
    expect(ownerOf(data)).toEqual({ pid: child.pid, address: 'http://127.0.0.1:1' })
    const taking = () => takeOwnership(data)
    expect(taking).toThrow(HolonError)
    expect(taking).toThrow(expect.objectContaining({ code: 'config-invalid' }))
    expect(taking).toThrow(`Process ${child.pid} works on the data folder ${data}.`)

    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(ownerOf(data)).toBeUndefined()
    takeOwnership(data).release()
  })

  test('is free again after release', () => {
    const ownership = takeOwnership(folder)
    expect(ownerOf(folder)).toMatchObject({ pid: process.pid })
    ownership.release()
    expect(ownerOf(folder)).toBeUndefined()
    takeOwnership(folder).release()
  })

  test('nobody has worked on belongs to nobody', () => {
    expect(ownerOf(join(folder, 'nowhere'))).toBeUndefined()
  })
})
