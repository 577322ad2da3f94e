import { expect, test } from 'vitest'
import { inheritedOptions } from './own-process.ts'

test.each([
  [['--conditions=source', '-C', 'source', '--import', './hooks.js']],
  [['--disable-warning=ExperimentalWarning', '--max-old-space-size=100']],
])('%j hold for a process as for the one that starts it', (options) => {
  expect(inheritedOptions(options)).toEqual(options)
})

// Otherwise a process would start itself again instead of its module, without end.
test.each([
  [['--input-type=module', '--eval', 'go()']],
  [['--input-type', 'module', '--eval=go()']],
  [['-e', '--conditions=other']],
  [['-pe', 'go()', '--inspect=9229', '--inspect-brk']],
])('%j are of one program', (options) => {
  expect(inheritedOptions([...options, '--conditions=source'])).toEqual(['--conditions=source'])
})
