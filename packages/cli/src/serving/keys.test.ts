import { EventEmitter } from 'node:events'
import type { ReadStream } from 'node:tty'
import type { Fault, Running } from 'holon'
import { expect, test, vi } from 'vitest'
import { keysFor, keysInWords, listenToKeys } from './keys.ts'

const faults: [string, Fault][] = []
const running = {
  document: () => ({ components: [{ name: 'engine' }, { name: 'risk', model: {} }] }),
  setFault: async (name: string, fault: Fault) => {
    faults.push([name, fault])
  },
} as unknown as Running

class Terminal extends EventEmitter {
  readonly raw: boolean[] = []
  setRawMode(on: boolean): void {
    this.raw.push(on)
  }
  resume(): void {}
  pause(): void {}
}

test('keys break and restore every model, and quit', async () => {
  const quit = vi.fn()
  const told: string[] = []
  const terminal = new Terminal()
  const keys = keysFor([running], 'http://127.0.0.1:1', quit)
  const stop = listenToKeys(terminal as unknown as ReadStream, keys, (text) => told.push(text))
  const press = (name: string, ctrl = false): boolean => terminal.emit('keypress', name, { name, ctrl })
  for (const name of ['k', 's', 'r', 'x']) press(name)
  await vi.waitFor(() => expect(told).toHaveLength(3))
  expect(faults).toEqual([
    ['risk', { kind: 'dead' }],
    ['risk', { kind: 'slow', milliseconds: 2000 }],
    ['risk', { kind: 'none' }],
  ])
  expect(told[0]).toMatch(/^risk: dead/)
  press('q')
  press('c', true)
  expect(quit).toHaveBeenCalledTimes(2)
  stop()
  press('q')
  expect(quit).toHaveBeenCalledTimes(2)
  expect(terminal.raw).toEqual([true, false])
  expect(keysInWords(keys)).toContain('k kill the models, ')
})
