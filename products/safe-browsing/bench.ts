import { readFileSync } from 'node:fs'
import { onnx } from '@holon/model-onnx'
import { open } from 'holon'
import { type BenchResult, median } from '../../bench/result.ts'
import { safeBrowsing } from './system.ts'
import { openedBy } from './world/address.ts'

const rounds = 5
const calls = 2_000
/** Milliseconds: nobody waits longer for a page. */
const most = 5

/**
 * The 99th percentile of the time a decision about an address takes its thread, features, model, guardrails, explanation
 * and record in memory included, beside the time a person may be kept waiting. Time of the thread, not of the clock: what
 * neighbours on the machine take away says nothing of the decision.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const model = await onnx(readFileSync(new URL('./model/phishing.onnx', import.meta.url)))
  const random = { next: () => Math.random() }
  const rounded: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const holon = await open(safeBrowsing, { models: { phishing: model } })
    const times: number[] = []
    for (let call = 0; call < calls; call++) {
      const { address } = openedBy(random)
      const before = process.threadCpuUsage()
      await holon.decide('visit', { address, from: 'simulation' }, { subject: `p-${call % 50}` })
      const { user, system } = process.threadCpuUsage(before)
      times.push((user + system) / 1_000)
    }
    await holon.close()
    // The first round warms up.
    if (round > 0) rounded.push(quantile(times, 0.99))
  }
  const subject = median(rounded)
  return [
    {
      name: 'safe browsing: decision about an address, 99th percentile',
      unit: 'ms of its thread',
      subject,
      peer: 'longest that is not noticed',
      peerValue: most,
      ratio: subject / most,
      budget: '<= 1',
      higherIsBetter: false,
    },
  ]
}

function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? Number.NaN
}
