import type { Random } from 'holon'
import { hertz, type Reading, readingsIn } from './reading.ts'

/** What a simulated wearer does. */
export const pastimes = {
  fall: 'Walks, and falls',
  stumble: 'Walks, falls on the hands, and stays down',
  table: 'Hits the table',
  drop: 'Takes the watch off, and drops it',
  walk: 'Walks',
  sit: 'Sits down hard',
  rest: 'Reads a book',
} as const

/** What a simulated wearer does. */
export type Pastime = keyof typeof pastimes

/** Whether a pastime is a fall. */
export const isFall = (pastime: Pastime): boolean => pastime === 'fall' || pastime === 'stumble'

/** Whether a pastime feels like a fall to the watch: a watch that is dropped has fallen, but nobody with it. */
export const feelsLikeFall = (pastime: Pastime): boolean => isFall(pastime) || pastime === 'drop'

/** Seconds until it happens, and of the recording after it. */
const lead = 4
const tail = 8

/**
 * A wrist in twelve seconds of a simulated life, 50 readings a second. Each pastime is a sum of a few plain movements:
 * an arm that swings (sines), a limb that is lost (acceleration towards 1 g while it turns), a blow (a half sine of one to
 * three readings, then a ringing that dies by half every 60 ms), and the tremor of a sensor (normal noise of 0.01 g and
 * 1 degree a second). Sizes are drawn around those of recorded trials. It serves to show the product at work, and never
 * to train or to judge a model.
 */
export function simulate(pastime: Pastime, random: Random): Reading[] {
  const draw = (from: number, to: number) => from + (to - from) * random.next()
  const stage = new Stage(readingsIn(lead + tail), random)
  const at = readingsIn(lead)
  const axis = direction(random)
  switch (pastime) {
    case 'rest':
      for (let page = 1; page < lead + tail; page += 4) stage.turn(readingsIn(page), 0.8, draw(15, 40), axis)
      break
    case 'walk':
      stage.swing(0, readingsIn(lead + tail), draw(0.85, 1.05), draw(0.5, 0.8), draw(60, 120))
      break
    case 'sit':
      stage.swing(0, at - readingsIn(0.5), draw(0.85, 1.05), draw(0.5, 0.8), draw(60, 120))
      stage.turn(at - readingsIn(0.4), 0.8, draw(25, 45), axis)
      stage.blow(at, draw(0.9, 1.8), axis)
      stage.turn(at + readingsIn(2), 1, draw(15, 30), axis)
      break
    case 'table':
      stage.turn(at - readingsIn(0.8), 0.4, draw(40, 60), axis)
      stage.turn(at - readingsIn(0.3), 0.28, -draw(40, 60), axis)
      stage.push(at - readingsIn(0.3), 0.28, draw(0.7, 1), axis)
      stage.blow(at, draw(6, 10), axis)
      stage.turn(at + readingsIn(1.6), 0.8, draw(30, 60), axis)
      stage.turn(at + readingsIn(2.8), 0.8, -draw(30, 60), axis)
      break
    case 'drop':
      stage.turn(at - readingsIn(2.4), 1.2, draw(50, 80), axis)
      stage.push(at - readingsIn(0.45), 0.45, 1, axis)
      stage.turn(at - readingsIn(0.45), 0.45, draw(100, 140), axis)
      stage.blow(at, draw(8, 14), axis)
      stage.blow(at + readingsIn(0.24), draw(1.5, 2.5), axis)
      stage.turn(at + 2, 0.4, draw(10, 25), axis)
      break
    case 'fall':
    case 'stumble':
      fall(stage, at, draw, axis, pastime === 'stumble')
  }
  return stage.readings()
}

function fall(
  stage: Stage,
  at: number,
  draw: (from: number, to: number) => number,
  axis: Unit,
  hands: boolean,
) {
  const down = draw(0.5, 0.7)
  stage.swing(0, at - readingsIn(down), draw(0.85, 1.05), draw(0.5, 0.8), draw(60, 120))
  stage.push(at - readingsIn(down), down, draw(1.1, 1.5), axis)
  stage.turn(at - readingsIn(down), down, draw(100, 140), axis)
  stage.blow(at, hands ? draw(5, 8) : draw(8, 14), axis)
  stage.turn(at + 2, 0.5, draw(20, 45), axis)
  if (hands) stage.blow(at + readingsIn(0.36), draw(1.5, 2.5), axis)
  stage.swing(at + 2, at + readingsIn(0.7), 3, draw(0.5, 0.9), draw(60, 100))
  for (let breath = 1; breath < tail - 1; breath += 3)
    stage.turn(at + readingsIn(breath), 1.2, draw(-3, 3), axis)
}

type Unit = readonly [number, number, number]

function direction(random: Random): Unit {
  const z = 2 * random.next() - 1
  const angle = 2 * Math.PI * random.next()
  const r = Math.sqrt(1 - z * z)
  return [r * Math.cos(angle), r * Math.sin(angle), z]
}

/** Readings to which movements are added. */
class Stage {
  readonly #random: Random
  readonly #list: { -readonly [K in keyof Reading]: number }[]

  constructor(length: number, random: Random) {
    this.#random = random
    this.#list = Array.from({ length }, () => ({
      ax: this.#noise(0.01),
      ay: this.#noise(0.01),
      az: this.#noise(0.01),
      gx: this.#noise(1),
      gy: this.#noise(1),
      gz: this.#noise(1),
    }))
  }

  readings(): Reading[] {
    return this.#list
  }

  /** An arm that swings, `often` a second, with a step in each half. */
  swing(from: number, to: number, often: number, acceleration: number, turning: number): void {
    for (let i = from; i < to; i++) {
      const phase = (2 * Math.PI * often * (i - from)) / hertz
      const step = Math.max(0, Math.sin(2 * phase)) ** 6
      const rough = 1 + this.#noise(0.15)
      this.#add(
        i,
        [
          acceleration * Math.sin(phase) * rough,
          acceleration * step,
          0.5 * acceleration * Math.cos(2 * phase),
        ],
        [0, 0, turning * Math.cos(phase) * rough],
      )
    }
  }

  /** Turns by an angle in so many seconds, gently at both ends. */
  turn(from: number, seconds: number, degrees: number, axis: Unit): void {
    this.#bump(from, seconds, (share) => {
      const speed = (degrees / seconds) * (1 - Math.cos(2 * Math.PI * share))
      return [[0, 0, 0], scaled(axis, speed)]
    })
  }

  /** An acceleration that grows to `most` g and stays until the end. */
  push(from: number, seconds: number, most: number, axis: Unit): void {
    const across: Unit = [axis[1], axis[2], axis[0]]
    this.#bump(from, seconds, (share) => [scaled(across, most * Math.min(1, 2 * share)), [0, 0, 0]])
  }

  /** A blow of `most` g, and the ringing after it. */
  blow(at: number, most: number, axis: Unit): void {
    const across: Unit = [-axis[1], -axis[2], -axis[0]]
    for (let i = 0; i < readingsIn(0.6); i++) {
      const left = i === 0 ? 1 : 0.3 * 0.5 ** ((i * 1000) / hertz / 60) * Math.cos(1.9 * i)
      this.#add(at + i, scaled(across, most * left), scaled(axis, 25 * most * left))
    }
  }

  #bump(from: number, seconds: number, shape: (share: number) => readonly [Unit, Unit]): void {
    const length = readingsIn(seconds)
    for (let i = 0; i < length; i++) this.#add(from + i, ...shape(i / length))
  }

  #add(i: number, [x, y, z]: Unit, [p, q, r]: Unit): void {
    const reading = this.#list[i]
    if (reading === undefined) return
    reading.ax += x
    reading.ay += y
    reading.az += z
    reading.gx += p
    reading.gy += q
    reading.gz += r
  }

  /** Normal by the Box-Muller transform. */
  #noise(deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.#random.next()))
    return deviation * radius * Math.cos(2 * Math.PI * this.#random.next())
  }
}

const scaled = ([x, y, z]: Unit, by: number): Unit => [x * by, y * by, z * by]
