import { expect, it } from 'vitest'
import { memoryNotifier } from './notifier.ts'

it('keeps alerts, oldest first', () => {
  const notifier = memoryNotifier()
  const alert = {
    at: 1,
    system: 'tax-filing',
    severity: 'warning',
    title: 'Drift',
    details: { psi: 0.3 },
  } as const
  notifier.notify(alert)
  notifier.notify({ ...alert, at: 2 })
  expect(notifier.alerts.map(({ at }) => at)).toEqual([1, 2])
})
