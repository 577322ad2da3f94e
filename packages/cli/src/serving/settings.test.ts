import { describe, expect, test } from 'vitest'
import { settingsFrom } from './settings.ts'

describe('settings', () => {
  test('come from the environment, nothing and emptiness being the same', () => {
    expect(settingsFrom({})).toEqual({ demo: true, speed: 1 })
    expect(settingsFrom({ PORT: '', HOST: '', HOLON_API_KEY: '' })).toEqual({ demo: true, speed: 1 })
    expect(settingsFrom({ PORT: '0', HOST: '::1', HOLON_API_KEY: 'secret', HOLON_DEMO: 'off' })).toEqual({
      port: 0,
      host: '::1',
      apiKey: 'secret',
      demo: false,
      speed: 1,
    })
    expect(settingsFrom({ HOLON_DEMO: '5' })).toEqual({ demo: true, speed: 5 })
    expect(settingsFrom({ HOLON_DEMO: '0.5' })).toEqual({ demo: true, speed: 0.5 })
  })

  test.each([
    { PORT: 'http' },
    { PORT: '70000' },
    { PORT: '1.5' },
    { PORT: '-1' },
    { HOLON_DEMO: 'no' },
    { HOLON_DEMO: '0' },
    { HOLON_DEMO: ' ' },
    { HOLON_DEMO: '-1' },
  ])('refuses %j', (environment) => {
    expect(() => settingsFrom(environment)).toThrow(expect.objectContaining({ code: 'config-invalid' }))
  })
})
