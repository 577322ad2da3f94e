import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseFile, CaseRunner } from '../../../../../tools/case-runner.ts'
import { HolonError } from '../../spec/error.ts'
import { dormandPrince } from '../ode/dormand-prince.ts'
import { seededRandom } from '../random/seeded.ts'
import { type DenseLayer, denseNetwork, isActivation } from './dense-network.ts'

/** Two cars in a row under a learned controller: positions, speeds and accelerations of leader and follower. */
const setSpeed = 30
const timeGap = 1.4
const standstill = 10
const leaderCommand = -2
const period = 0.1
const periods = 50
/** Looks between two commands, for the smallest margin. */
const looks = 10

const initialSet = { lower: [90, 32, 0, 10, 30, 0], upper: [110, 32.2, 0, 11, 30.2, 0] } as const

interface Course {
  readonly min_margin: number
  readonly safe: boolean
  readonly steps: readonly Readonly<Record<'t' | 'command' | 'gap' | 'margin' | 'v_ego' | 'v_lead', number>>[]
}

export const runner: CaseRunner = {
  ids: ['safety/acc-neural-relu', 'safety/acc-neural-tanh'],
  run(input, file, { expected }) {
    const fields = new CaseInput(input)
    const controller = controllerOf(file)
    if (fields.has('x0')) return trajectory(controller, fields.numbers('x0'), expected)
    if (fields.has('corners')) return corners(controller)
    const random = seededRandom('initial set')
    const margins = Array.from({ length: 100 }, () =>
      initialSet.lower.map((low, i) => low + random.next() * ((initialSet.upper[i] ?? low) - low)),
    ).map((start) => drive(controller, start).min_margin)
    const all = [...margins, corners(controller).min_margin_over_corners]
    return { min_margin_positive: Math.min(...all) > 0, min_margin: Math.min(...all) }
  },
}

type Controller = (state: ArrayLike<number>) => number

function controllerOf({ document }: CaseFile): Controller {
  const network = new CaseInput(new CaseInput(document).fields('notes').raw('network'))
  const layers = network.list('layers').map((layer): DenseLayer => {
    const fields = new CaseInput(layer)
    const activation = fields.text('activation').toLowerCase()
    if (!isActivation(activation)) {
      throw new HolonError(
        'data-invalid',
        `there is no activation ${activation}`,
        'Name ReLU, tanh, sigmoid or affine.',
      )
    }
    return { weights: fields.table('weights'), bias: fields.numbers('bias'), activation }
  })
  const [offset, scale] = [network.number('output_offset', 0), network.number('output_scale', 1)]
  return (state) => {
    const [output = Number.NaN] = denseNetwork(layers, [
      setSpeed,
      timeGap,
      at(state, 4),
      gapOf(state),
      at(state, 1) - at(state, 4),
    ])
    return (output - offset) * scale
  }
}

/** The course from one start; of its steps those at the times that are asked for. */
function trajectory(controller: Controller, start: readonly number[], expected: unknown): Course {
  const course = drive(controller, start)
  const wanted = new CaseInput(expected)
  if (!wanted.has('steps')) return course
  const times = wanted.list('steps').map((step) => new CaseInput(step).number('t'))
  return {
    ...course,
    steps: times.flatMap((t) => course.steps.filter((step) => Math.abs(step.t - t) < 1e-9)),
  }
}

function corners(controller: Controller) {
  const starts = initialSet.lower.reduce<readonly (readonly number[])[]>(
    (all, low, i) => {
      const high = initialSet.upper[i] ?? low
      return all.flatMap((start) =>
        low === high
          ? [[...start, low]]
          : [
              [...start, low],
              [...start, high],
            ],
      )
    },
    [[]],
  )
  const found = starts.map((x0) => ({ x0, min_margin: drive(controller, x0).min_margin }))
  const least = Math.min(...found.map(({ min_margin }) => min_margin))
  return { min_margin_over_corners: least, safe: least >= 0, corners: found }
}

/** Holds each command for a period, and integrates between. */
function drive(controller: Controller, start: readonly number[]): Course {
  let state: Float64Array = Float64Array.from(start)
  let least = marginOf(state)
  const steps: Course['steps'][number][] = []
  for (let k = 0; k <= periods; k++) {
    const command = controller(state)
    steps.push({
      t: Math.round(k * period * 1e9) / 1e9,
      command,
      gap: gapOf(state),
      margin: marginOf(state),
      v_ego: at(state, 4),
      v_lead: at(state, 1),
    })
    if (k === periods) break
    for (let look = 0; look < looks; look++) {
      state = dormandPrince(motion(command), state, 0, period / looks, { relative: 1e-10, absolute: 1e-10 })
      least = Math.min(least, marginOf(state))
    }
  }
  return { min_margin: least, safe: least >= 0, steps }
}

function motion(command: number) {
  const car = (state: Float64Array, rates: Float64Array, from: number, wanted: number): void => {
    const speed = at(state, from + 1)
    rates[from] = speed
    rates[from + 1] = at(state, from + 2)
    rates[from + 2] = -2 * at(state, from + 2) + 2 * wanted - 0.0001 * speed * speed
  }
  return (_time: number, state: Float64Array, rates: Float64Array): void => {
    car(state, rates, 0, leaderCommand)
    car(state, rates, 3, command)
  }
}

function gapOf(state: ArrayLike<number>): number {
  return at(state, 0) - at(state, 3)
}

function marginOf(state: ArrayLike<number>): number {
  return gapOf(state) - standstill - timeGap * at(state, 4)
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] as number
}
