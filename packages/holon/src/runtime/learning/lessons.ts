import { HolonError } from '../../spec/error.ts'
import type { LearnedDocument, LearnedModel } from '../../spec/learned.ts'
import type { Registry } from '../../spec/ports.ts'
import type { System } from '../../system/system.ts'
import { type Learner, learnersOf, type Taught } from '../../system/taught.ts'
import { Turns } from '../turns.ts'
import { readModel } from './learned-model.ts'

/** What the policies of a system have learned, durable in the registry and at hand in memory. */
export class Lessons {
  readonly learners: readonly Learner[]
  /** One lesson after the other for each policy. */
  readonly turns = new Turns()
  readonly #registry: Registry
  readonly #collection: string
  /** By SHA-256. */
  #read: ReadonlyMap<string, LearnedModel> = new Map()
  #documents: ReadonlyMap<string, LearnedDocument> = new Map()
  #problems: ReadonlyMap<string, string> = new Map()

  constructor(registry: Registry, system: System) {
    this.#registry = registry
    this.#collection = `learned/${system.name}`
    this.learners = learnersOf(system)
  }

  /** The latest version of a policy, usable or not. */
  document(key: string): LearnedDocument | undefined {
    return this.#documents.get(key)
  }

  /** Why the latest version is not used. */
  problem(key: string): string | undefined {
    return this.#problems.get(key)
  }

  problems(): readonly string[] {
    return [...this.#problems].map(([key, why]) => `What "${key}" has learned is not used. ${why}`)
  }

  /** What decides now. */
  models(): Taught {
    return this.#those((sha256) => this.#read.get(sha256))
  }

  /** What decides now, by its SHA-256. */
  names(): Readonly<Record<string, string>> {
    return this.#those((sha256) => sha256)
  }

  /** Reads it again; answers whether anything has changed. What cannot be used is told in `problems`. */
  async load(): Promise<boolean> {
    const before = JSON.stringify([this.names(), [...this.#problems]])
    const documents = new Map<string, LearnedDocument>()
    const problems = new Map<string, string>()
    const read = new Map<string, LearnedModel>()
    for (const learner of this.learners) {
      const kept = await this.#registry.get(this.#collection, learner.key)
      if (kept === undefined) continue
      const document = kept.value as unknown as LearnedDocument
      documents.set(learner.key, document)
      const model = await this.#usable(learner, document)
      if (typeof model === 'string') problems.set(learner.key, model)
      else read.set(document.sha256, model)
    }
    this.#documents = documents
    this.#read = read
    this.#problems = problems
    return before !== JSON.stringify([this.names(), [...problems]])
  }

  /** Puts a version in the place of the one before it. @throws HolonError `registry-conflict` where another came first */
  async put(key: string, document: LearnedDocument): Promise<void> {
    const kept = await this.#registry.get(this.#collection, key)
    const version = document.version === 1 ? 0 : (kept?.version ?? 0)
    const before = kept?.value as unknown as LearnedDocument | undefined
    if ((before?.version ?? 0) !== document.version - 1) throw overtaken(key)
    const value = JSON.parse(JSON.stringify(document))
    await this.#registry.write([{ do: 'put', collection: this.#collection, key, value, version }])
  }

  /** Calls back after changes, whoever made them, until the returned function is called. */
  watch(changed: () => void): () => void {
    return this.#registry.watch(this.#collection, changed)
  }

  /** The model, or why there is none. */
  async #usable({ learning }: Learner, { sha256 }: LearnedDocument): Promise<LearnedModel | string> {
    try {
      const model = this.#read.get(sha256) ?? (await readModel(this.#registry, sha256))
      if (model.reward !== learning.reward) return `It was learned for the reward "${model.reward}".`
      if ((model.arms[0]?.replicates.length ?? 0) < learning.replicates)
        return 'It was learned with fewer replicates than are declared now.'
      return model
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  #those<T>(of: (sha256: string) => T | undefined): Readonly<Record<string, T>> {
    const found: Record<string, T> = {}
    for (const [key, { sha256 }] of this.#documents) {
      const one = this.#problems.has(key) ? undefined : of(sha256)
      if (one !== undefined) found[key] = one
    }
    return found
  }
}

const overtaken = (key: string): HolonError =>
  new HolonError('registry-conflict', `Somebody else taught "${key}" meanwhile.`, 'Learn again, if need be.')
