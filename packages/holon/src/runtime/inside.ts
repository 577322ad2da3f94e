import type { Plan } from '../decide/plan.ts'
import type { StreamEvent } from '../spec/api.ts'
import type { AssigningFlight } from '../spec/flight.ts'
import type { Notifier, Person } from '../spec/ports.ts'
import type { Tunings } from '../spec/tunings.ts'
import type { System } from '../system/system.ts'
import type { BreakableModel } from './breakable.ts'
import type { Cases } from './cases.ts'
import type { Climbs } from './climbs.ts'
import type { Flights } from './flights/flights.ts'
import type { Latches } from './latches.ts'
import type { Lessons } from './learning/lessons.ts'
import type { Memories } from './memories.ts'
import type { OpenOptions, Ports } from './options.ts'
import type { Projector } from './projector.ts'

/** What the parts of a running system share. */
export interface Inside {
  /** As the code declares it, and as it is tuned now. */
  readonly declared: System
  readonly system: System
  readonly ports: Ports
  readonly plans: ReadonlyMap<string, Plan>
  readonly models: Readonly<Record<string, BreakableModel>>
  /** Other versions of models, for flights: by model and by name. */
  readonly versions: Readonly<Record<string, Readonly<Record<string, BreakableModel>>>>
  readonly flights: Flights
  /** The flights that decide now: they run or were kept, and fit what the code declares. */
  readonly flown: readonly AssigningFlight[]
  /** Flights of the registry that rest because the code has changed, and why. */
  readonly resting: readonly string[]
  /** What its policies have learned; absent where none learns. */
  readonly lessons?: Lessons | undefined
  readonly snapshot: string
  /** SHA-256 of the code bundle; undefined where code is not bundled. */
  readonly bundle: string | undefined
  /** Rearranges system, plans and snapshot for other utilities, where given, and for the flights as they are now. */
  rearrange(tunings?: Tunings): Promise<void>
  readonly secret: Uint8Array
  /** Under whose key the records of nobody in particular are sealed. */
  readonly nobody: Person
  readonly memories: Memories
  readonly latches: Latches
  readonly climbs: Climbs
  readonly cases: Cases
  readonly notifier: Notifier | undefined
  readonly projector: Projector
  readonly replayElsewhere: OpenOptions['replayElsewhere']
  emit(event: StreamEvent): void
}
