import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { scriptBeside, Thread } from './thread.ts'

const folder = await mkdtemp(join(tmpdir(), 'holon-thread-'))
const script = pathToFileURL(join(folder, 'trial.thread.mjs'))
afterAll(() => rm(folder, { recursive: true }))

beforeAll(() =>
  writeFile(
    script,
    `import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
     import { serve } from ${JSON.stringify(new URL('./serve.ts', import.meta.url).href)}
     serve(({ file, refuse }) => {
       if (refuse) throw Object.assign(new Error('not allowed'), { code: 'EACCES' })
       appendFileSync(file + '.starts', '|')
       return {
         starts: () => readFileSync(file + '.starts').length,
         echo: (input) => input,
         bytes: (length) => new Uint8Array(length).fill(7),
         fail: () => { throw Object.assign(new Error('database or disk is full'), { errcode: 13 }) },
         exit: () => process.exit(3),
         crash: () => { setImmediate(() => { throw new Error('crashed') }) },
         close: () => writeFileSync(file, 'closed'),
       }
     })`,
  ),
)

let files = 0
const file = () => join(folder, `${++files}.db`)
const codeOf = async (asked: Promise<unknown>) => asked.then(() => undefined).catch((error) => error.code)

it('answers in the order of the questions', async () => {
  const thread = new Thread(script, { file: file() })
  await thread.start()
  const order: number[] = []
  const ask = async (n: number) => order.push(await thread.ask<number>('echo', n))
  await Promise.all([1, 2, 3, 4].map(ask))
  expect(order).toEqual([1, 2, 3, 4])
  expect(await thread.ask('bytes', 3)).toEqual(new Uint8Array([7, 7, 7]))
  await thread.close()
})

it('passes on what an error means, and answers the next question', async () => {
  const thread = new Thread(script, { file: file() })
  const failing = thread.ask('fail')
  const next = thread.ask('echo', 'next')
  await expect(failing).rejects.toMatchObject({ name: 'SqliteError', code: 'full', fix: expect.any(String) })
  expect(await next).toBe('next')
  await thread.close()
})

it('says why it cannot start, and tries again when asked again', async () => {
  const thread = new Thread(script, { file: file(), ...{ refuse: true } })
  await expect(thread.start()).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/not allowed/),
  })
  expect(await codeOf(thread.ask('echo', 1))).toBe('unavailable')
  await thread.close()
})

it('rejects what was under way when it ends, and is started once more', async () => {
  const thread = new Thread(script, { file: file() })
  await thread.start()
  const asked = [thread.ask('exit'), thread.ask('echo', 1)]
  expect(await Promise.all(asked.map(codeOf))).toEqual(['stopped', 'stopped'])
  expect(await thread.ask('echo', 'alive')).toBe('alive')
  expect(await codeOf(thread.ask('exit'))).toBe('stopped')
  expect(await thread.ask('echo', 'alive again')).toBe('alive again')
  await thread.close()
})

it('is started once more after it crashed between two questions', async () => {
  const thread = new Thread(script, { file: file() })
  await thread.start()
  await thread.ask('crash')
  // What is asked before the crash is noticed is answered by the old thread or rejected.
  await expect.poll(() => thread.ask('starts').catch(() => 0)).toBe(2)
  expect(await thread.ask('echo', 'alive')).toBe('alive')
  await thread.close()
})

it('stays down when it dies twice without an answer in between', async () => {
  const thread = new Thread(script, { file: file() })
  await thread.start()
  expect(await codeOf(thread.ask('exit'))).toBe('stopped')
  expect(await codeOf(thread.ask('exit'))).toBe('stopped')
  await expect(thread.ask('echo', 1)).rejects.toMatchObject({
    code: 'stopped',
    fix: expect.stringMatching(/Open it again/),
  })
  await thread.close()
})

it('closes after the last answer, once, and answers nothing more', async () => {
  const thread = new Thread(script, { file: file() })
  const last = thread.ask('echo', 'last')
  const closing = [thread.close(), thread.close()]
  expect(await codeOf(thread.ask('echo', 1))).toBe('closed')
  await Promise.all(closing)
  expect(await last).toBe('last')
})

it('has nothing to close when it was never asked', async () => {
  await new Thread(script, { file: file() }).close()
})

it('finds the script beside a module, in the language of the module', () => {
  expect(scriptBeside('file:///a/src/log.ts', 'writer.thread').href).toBe('file:///a/src/writer.thread.ts')
  expect(scriptBeside('file:///a/dist/log.js', 'writer.thread').href).toBe('file:///a/dist/writer.thread.js')
})
