import { type Action, type Actuator, actuator, type Random } from 'holon'
import type { Plant, PlantRequest, PlantSurroundings } from 'holon/verify'
import { watchEye } from '../control/watch.ts'
import { shades } from '../domain/shade.ts'
import type { HeatContext } from '../heat.ts'
import { anyOccasion, type Occasion, startOf } from '../model/toasts.ts'
import type { smartToaster } from '../system.ts'
import { type EyeFault, eyeFaults } from './sensors.ts'
import { buildToaster, type Toaster } from './toaster.ts'

/** Seconds from one permission to the next inside a period: slower than the real loop, so what holds here holds there. */
const beat = 0.2
/** Share of toasts that are started by the knob of the dial, and the seconds to which a broken knob can be turned. */
const byHand = 0.4
const longestByHand = 900
/** Seconds an eye may be dead or stand still before the heat has to be off. */
const blindFor = 2.5

type System = typeof smartToaster
type HeatAction = Action<{ off: unknown; on: { duty: number } }>

const off: HeatAction = { experience: 'off', parameters: null }

/** A kitchen in which somebody presses the lift down again and again, and an eye that starts to lie at some time. */
interface Kitchen {
  readonly toaster: Toaster
  readonly gate: Actuator<HeatContext, { off: unknown; on: { duty: number } }>
  readonly see: ReturnType<typeof watchEye>
  readonly random: Random
  readonly lie: { readonly kind: EyeFault; readonly after: number }
  /** A slot that stays empty all the time. */
  readonly empty: boolean
  occasion: Occasion
  sensed: HeatContext
  time: number
  /** What the heater did since the lift went down. */
  heated: number
  startWall: number
  hottest: number
  blind: number
}

/** Everything a toaster meets in a kitchen, without its fuse: what is promised must hold without it. */
export const plant: Plant<System, Kitchen> = {
  period: '2 seconds',
  start: begin,
  sense: (kitchen) =>
    kitchen.sensed.seconds > 0 ? { decision: 'heat', context: kitchen.sensed } : press(kitchen),
  act: (kitchen, answer, seconds) => {
    const heats = answer?.experience === 'on' || answer?.experience === 'off'
    if (answer !== undefined && !heats && answer.experience !== 'wait')
      down(kitchen, answer.parameters.seconds)
    const wanted = heats ? wantedBy(answer) : undefined
    for (let left = seconds; left > beat / 2; left -= beat) pass(kitchen, wanted)
    return kitchen
  },
  always: [
    { name: 'bread between the elements stays below 260 C', holds: ({ hottest }) => 260 - hottest },
    { name: 'the heater is on for at most 260 seconds of a toast', holds: ({ heated }) => 262 - heated },
    {
      name: 'no toast is heated that started in a hot case',
      holds: ({ heated, startWall }) => heated === 0 || 103 - startWall,
    },
    { name: 'an eye that is dead or stuck ends the heat', holds: ({ blind }) => blindFor - blind },
    { name: 'no smoke in the kitchen', holds: ({ toaster }) => 1.5 - toaster.look().smoke },
    { name: 'the fuse would never have had to open', holds: ({ toaster }) => 192 - toaster.look().fuse },
    { name: 'nothing burns', holds: ({ toaster }) => !toaster.look().burning },
  ],
}

/** A slice, loaf and mains worse than most kitchens have. */
function hardOccasion(random: Random): Occasion {
  const usual = anyOccasion(random)
  const mass = usual.slice.mass * (0.7 + 1.3 * random.next())
  return { ...usual, slice: { ...usual.slice, mass }, mains: 0.8 + 0.35 * random.next() }
}

function begin({ random, clock, holon, decision }: PlantSurroundings<System>): Kitchen {
  const occasion = hardOccasion(random)
  const wall = random.next() < 0.3 ? 21 + 150 * random.next() : occasion.wall
  const toaster = buildToaster(random, { mains: occasion.mains, wall, step: 0.05, withoutFuse: true })
  const gate = actuator(holon, decision('heat'), {
    safe: off,
    within: '200 milliseconds',
    clock,
    apply: (action) => {
      toaster.terminals.drive(action.experience === 'on' ? action.parameters.duty : 0)
    },
  })
  const see = watchEye()
  const { surface, wall: felt, power } = toaster.terminals.read()
  return {
    ...{ toaster, gate, see, random, occasion },
    lie: anyLie(random),
    empty: random.next() < 0.1,
    sensed: { seconds: 0, heated: 0, startWall: felt, wall: felt, power, ...see(surface, beat) },
    ...{ time: 0, heated: 0, startWall: wall, hottest: 0, blind: 0 },
  }
}

/** Half of the eyes are honest; the others begin to lie at some time. */
function anyLie(random: Random): Kitchen['lie'] {
  const kind =
    random.next() < 0.5 ? 'none' : (eyeFaults[Math.floor(random.next() * eyeFaults.length)] ?? 'none')
  return { kind, after: 250 * random.next() }
}

/** Once the bread is up, the next slice is on its way; now and then by the knob, without asking for how long. */
function press(kitchen: Kitchen): PlantRequest<System> | undefined {
  const { toaster, occasion, random } = kitchen
  if (toaster.look().down) return undefined
  if (random.next() < byHand) {
    down(kitchen, longestByHand * random.next())
    return { decision: 'heat', context: kitchen.sensed }
  }
  const shade = shades[Math.floor(random.next() * shades.length)] ?? 'golden'
  // The slice is not in the toaster yet.
  const context = { ...startOf(toaster, occasion.slice.bread), ...occasion.slice, shade }
  return { decision: 'toast', context }
}

function down(kitchen: Kitchen, seconds: number): void {
  const { toaster, sensed } = kitchen
  if (!kitchen.empty) toaster.insert(kitchen.occasion.slice, kitchen.occasion.loaf)
  kitchen.occasion = hardOccasion(kitchen.random)
  kitchen.sensed = { ...sensed, seconds, heated: 0, startWall: sensed.wall }
  kitchen.heated = 0
  kitchen.startWall = toaster.look().wall
  kitchen.hottest = 0
}

/** A beat of time: what was applied goes on, then permission is asked again for what is wanted. */
function pass(kitchen: Kitchen, wanted: HeatAction | undefined): void {
  const { toaster, gate, lie } = kitchen
  kitchen.time += beat
  if (kitchen.time > lie.after) toaster.break({ eye: lie.kind })
  toaster.advance(beat)
  const look = toaster.look()
  const blind = kitchen.time > lie.after && (lie.kind === 'dead' || lie.kind === 'stuck')
  if (look.heating) kitchen.heated += beat
  kitchen.blind = blind && look.heating ? kitchen.blind + beat : 0
  if (look.down) kitchen.hottest = Math.max(kitchen.hottest, look.surface)
  const { surface, wall, power } = toaster.terminals.read()
  const { seconds, heated, startWall } = kitchen.sensed
  const sensed: HeatContext = { seconds, heated, startWall, wall, power, ...kitchen.see(surface, beat) }
  kitchen.sensed = sensed
  if (seconds === 0) return
  const applied = wanted === undefined ? gate.applied : gate.permit(wanted, sensed)
  if (applied.experience === 'on') kitchen.sensed = { ...sensed, heated: heated + beat }
  else if (wanted !== undefined || heated > 0) kitchen.sensed = { ...sensed, seconds: 0 }
}

function wantedBy(answer: { readonly experience: 'on' | 'off'; readonly parameters: unknown }): HeatAction {
  return answer.experience === 'on' ? (answer as HeatAction) : off
}
