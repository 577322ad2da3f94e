import { parentPort, workerData } from 'node:worker_threads'
import { findProducts } from '../products/find.ts'
import { attack } from './attack.ts'

/** What the thread is started with: the place of a product among all there are, and how to attack it. */
export interface AttackData {
  readonly place: number
  readonly steps: number
  readonly seed: number
}

const { place, steps, seed } = workerData as AttackData
const product = (await findProducts([]))[place]
if (product !== undefined) parentPort?.postMessage(await attack(product, { steps, seed }))
