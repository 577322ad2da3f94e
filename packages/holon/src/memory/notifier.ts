import type { Alert, Notifier } from '../spec/ports.ts'

/** A notifier that keeps what it was told, oldest first. */
export interface MemoryNotifier extends Notifier {
  readonly alerts: readonly Alert[]
}

/** Keeps alerts in memory, where a test or a page reads them. */
export function memoryNotifier(): MemoryNotifier {
  const alerts: Alert[] = []
  return {
    alerts,
    notify(alert) {
      alerts.push(alert)
    },
  }
}
