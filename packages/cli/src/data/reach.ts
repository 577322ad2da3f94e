import { type Data, openData, ownerOf, usualFolder } from '@holon/embedded'
import {
  type EraseAnswer,
  type ErrorCode,
  errorCodes,
  type FairnessDocument,
  type FlightDocument,
  type FlightRequest,
  HolonError,
  type IndicatorsDocument,
  type LearnedDocument,
  type LearnedOptions,
  type LearningDocument,
  type LearnRequest,
  type LoggedDocument,
  type LoggedRequest,
  type LoopOptions,
  type LoopsDocument,
  type OffPolicyDocument,
  type OffPolicyRequest,
  type PowerDocument,
  type PowerOptions,
  type Problem,
  type RampRequest,
  type ReplayDocument,
  type Running,
  type ScorecardDocument,
  type ScorecardOptions,
  type StopRequest,
  type SystemDocument,
} from 'holon'
import { findProducts } from '../products/find.ts'

/** What can be asked of the systems of a data folder from another process. */
export interface Reached {
  replay(id: string): Promise<ReplayDocument>
  erase(subject: string): Promise<EraseAnswer>
  loops(system: string, options: LoopOptions): Promise<LoopsDocument>
  /** Of one decision, or of all that a fairness declaration is about. */
  fairness(system: string, decision?: string): Promise<readonly FairnessDocument[]>
  offPolicy(system: string, decision: string, request: OffPolicyRequest): Promise<OffPolicyDocument>
  logged(system: string, decision: string, request: LoggedRequest): Promise<LoggedDocument>
  learn(system: string, decision: string, request: LearnRequest): Promise<LearnedDocument>
  learned(system: string, decision: string, asked: LearnedOptions): Promise<LearningDocument>
  power(system: string, goal: string, options: PowerOptions): Promise<PowerDocument>
  /** Of all systems. */
  names(): Promise<readonly string[]>
  flights(system: string): Promise<readonly FlightDocument[]>
  scorecard(system: string, flight: string, options: ScorecardOptions): Promise<ScorecardDocument>
  indicators(system: string): Promise<IndicatorsDocument>
  startFlight(system: string, request: FlightRequest): Promise<FlightDocument>
  rampFlight(system: string, flight: string, request: RampRequest): Promise<FlightDocument>
  stopFlight(system: string, flight: string, request: StopRequest): Promise<FlightDocument>
}

/**
 * Reaches the systems of the data folder: through the API of the process that works on it, otherwise by opening it here.
 *
 * @throws HolonError `config-invalid` when a process works on the folder that has no API
 */
export async function reachSystems<T>(use: (systems: Reached) => Promise<T>): Promise<T> {
  const folder = usualFolder()
  const address = ownerOf(folder)?.address
  if (address !== undefined) return use(remote(address))
  const data = await openData(folder)
  try {
    const systems = await openAll(data)
    try {
      return await use(local(systems))
    } finally {
      await Promise.all(systems.map((system) => system.close()))
    }
  } finally {
    await data.close()
  }
}

async function openAll(data: Data): Promise<readonly Running[]> {
  const products = await findProducts([])
  return Promise.all(
    products.map(async ({ system, source, models = {}, versions = {} }) => {
      return (await data.open(system, { source, models, versions })) as unknown as Running
    }),
  )
}

function local(systems: readonly Running[]): Reached {
  return {
    replay: async (id) => {
      let refusal: unknown
      for (const system of systems) {
        try {
          return await system.replay(id)
        } catch (error) {
          // Only the system that issued an id accepts it.
          if (!(error instanceof HolonError) || error.code !== 'decision-id-invalid') throw error
          refusal = error
        }
      }
      throw refusal
    },
    erase: async (subject) => {
      const answers = await Promise.all(systems.map((system) => system.erase(subject)))
      return { erased: answers.some(({ erased }) => erased) }
    },
    loops: (name, options) => named(systems, name).loops(options),
    offPolicy: (name, decision, request) => named(systems, name).offPolicy(decision, request),
    logged: (name, decision, request) => named(systems, name).logged(decision, request),
    learn: (name, decision, request) => named(systems, name).learn(decision, request),
    learned: (name, decision, asked) => named(systems, name).learned(decision, asked),
    power: async (name, ...asked) => named(systems, name).power(...asked),
    fairness: (name, decision) => {
      const system = named(systems, name)
      return fairnessOf(system.document(), decision, (one) => system.fairness(one))
    },
    names: async () => systems.map((one) => one.name),
    flights: async (name) => named(systems, name).flights(),
    scorecard: async (name, ...asked) => named(systems, name).scorecard(...asked),
    indicators: async (name) => named(systems, name).indicators(),
    startFlight: async (name, request) => named(systems, name).startFlight(request),
    rampFlight: async (name, ...ramp) => named(systems, name).rampFlight(...ramp),
    stopFlight: async (name, ...stop) => named(systems, name).stopFlight(...stop),
  }
}

function named(systems: readonly Running[], name: string): Running {
  const system = systems.find((one) => one.name === name)
  if (system !== undefined) return system
  const known = systems.map((one) => one.name).join(', ')
  throw new HolonError('name-unknown', `There is no system "${name}" here.`, `Use one of: ${known}.`)
}

/** The fairness of the decision that is asked for, or of every one that is declared. */
function fairnessOf(
  { fairness }: SystemDocument,
  decision: string | undefined,
  ask: (decision: string) => Promise<FairnessDocument>,
): Promise<readonly FairnessDocument[]> {
  const declared = [...new Set(fairness.map((one) => one.decision))]
  return Promise.all((decision === undefined ? declared : [decision]).map(ask))
}

function remote(address: string): Reached {
  const path = (...parts: string[]): string => parts.map(encodeURIComponent).join('/')
  return {
    replay: (id) => call(`${address}/api/v1/${path('decisions', id, 'replay')}`, 'POST'),
    erase: (subject) => call(`${address}/api/v1/${path('people', subject)}`, 'DELETE'),
    loops: (system, { unit, delays = [] }) => {
      const query = new URLSearchParams({
        ...(unit !== undefined && { unit }),
        ...(delays[0] !== undefined && { delay: delays[0] }),
      })
      return call(`${address}/api/v1/${path('systems', system, 'loops')}?${query}`, 'GET')
    },
    offPolicy: (system, decision, request) =>
      call(
        `${address}/api/v1/${path('systems', system, 'decisions', decision, 'off-policy')}`,
        'POST',
        request,
      ),
    learn: (system, decision, request) =>
      call(`${address}/api/v1/${path('systems', system, 'decisions', decision, 'learn')}`, 'POST', request),
    learned: (system, decision, { variant, limit }) => {
      const query = new URLSearchParams({
        ...(variant !== undefined && { variant }),
        ...(limit !== undefined && { limit: `${limit}` }),
      })
      return call(
        `${address}/api/v1/${path('systems', system, 'decisions', decision, 'learned')}?${query}`,
        'GET',
      )
    },
    logged: (system, decision, { reward, limit }) => {
      const query = new URLSearchParams({ reward, ...(limit !== undefined && { limit: `${limit}` }) })
      return call(
        `${address}/api/v1/${path('systems', system, 'decisions', decision, 'logged')}?${query}`,
        'GET',
      )
    },
    power: (system, goal, options) => {
      const given = Object.entries(options).map(([name, value]) => [name, String(value)] as const)
      const query = new URLSearchParams(Object.fromEntries(given))
      return call(`${address}/api/v1/${path('systems', system, 'goals', goal, 'power')}?${query}`, 'GET')
    },
    fairness: async (system, decision) => {
      const document: SystemDocument = await call(`${address}/api/v1/${path('systems', system)}`, 'GET')
      return fairnessOf(document, decision, (one) =>
        call(`${address}/api/v1/${path('systems', system, 'decisions', one, 'fairness')}`, 'GET'),
      )
    },
    names: async () => {
      const all: readonly SystemDocument[] = await call(`${address}/api/v1/systems`, 'GET')
      return all.map(({ name }) => name)
    },
    flights: (system) => call(`${address}/api/v1/${path('systems', system, 'flights')}`, 'GET'),
    scorecard: (system, flight, { before, sinceMet, slices }) => {
      const query = new URLSearchParams({
        ...(before !== undefined && { before }),
        ...(sinceMet !== undefined && { sinceMet }),
        ...(slices !== undefined && { slices: slices.join(',') }),
      })
      return call(
        `${address}/api/v1/${path('systems', system, 'flights', flight, 'scorecard')}?${query}`,
        'GET',
      )
    },
    indicators: (system) => call(`${address}/api/v1/${path('systems', system, 'indicators')}`, 'GET'),
    startFlight: (system, request) =>
      call(`${address}/api/v1/${path('systems', system, 'flights')}`, 'POST', request),
    rampFlight: (system, flight, request) =>
      call(`${address}/api/v1/${path('systems', system, 'flights', flight, 'ramp')}`, 'POST', request),
    stopFlight: (system, flight, request) =>
      call(`${address}/api/v1/${path('systems', system, 'flights', flight, 'stop')}`, 'POST', request),
  }
}

async function call<T>(url: string, method: string, sent?: object): Promise<T> {
  const key = process.env.HOLON_API_KEY
  const headers = {
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
    ...(sent !== undefined && { 'content-type': 'application/json' }),
  }
  const content = sent === undefined ? {} : { body: JSON.stringify(sent) }
  const response = await fetch(url, { method, headers, ...content })
  const body: unknown = await response.json()
  if (response.ok) return body as T
  const { code, detail, fix = '' } = body as Problem
  throw new HolonError(code in errorCodes ? (code as ErrorCode) : 'internal', detail, fix)
}
