import type { Draw } from 'holon/world'
import { momentsIn } from '../domain/moment.ts'
import type { Reading } from '../domain/reading.ts'
import { isFall, type Pastime, simulate } from '../domain/simulate.ts'
import type { Noticed } from '../noticed.ts'
import { noticedIn } from '../noticing.ts'

/** What only the world knows of a stretch of somebody's life. */
export interface Movement {
  readonly pastime: Pastime | 'game'
  readonly fell: boolean
  /** What the watch sends of it; undefined where nothing is strong enough. */
  readonly noticed: Noticed | undefined
}

/** How movements are mixed, and how they are measured. */
export interface Circumstances {
  readonly falls: number
  readonly games: number
  readonly gain: number
}

/** Draws what happens to somebody. Of those who fall a third falls on the hands. */
export function movementOf(draw: Draw, { falls, games, gain }: Circumstances, wearer: string): Movement {
  const others = Math.max(0, 1 - falls - games)
  const pastime = draw.weighted({
    fall: 0.67 * falls,
    stumble: 0.33 * falls,
    game: games,
    table: 0.8 * others,
    drop: 0.2 * others,
  })
  const readings = pastime === 'game' ? ballGame(draw) : simulate(pastime, draw)
  const [moment] = momentsIn(readings.map((reading) => scaled(reading, gain)))
  const noticed = moment === undefined ? undefined : noticedIn(moment, wearer, 'world')
  return { pastime, fell: pastime !== 'game' && isFall(pastime), noticed }
}

/** A stroke, as in bowling: the wrist turns like in a fall, the ball hits like the floor, and then one stands and looks. */
function ballGame(draw: Draw): readonly Reading[] {
  const turning = simulate('fall', draw)
  const hitting = simulate('table', draw)
  return turning.map((reading, i) => sum(scaled(reading, 0.6), scaled(hitting[i] ?? reading, 0.4)))
}

const scaled = ({ ax, ay, az, gx, gy, gz }: Reading, by: number): Reading => ({
  ...{ ax: by * ax, ay: by * ay, az: by * az },
  ...{ gx, gy, gz },
})

const sum = (a: Reading, b: Reading): Reading => ({
  ...{ ax: a.ax + b.ax, ay: a.ay + b.ay, az: a.az + b.az },
  ...{ gx: (a.gx + b.gx) / 2, gy: (a.gy + b.gy) / 2, gz: (a.gz + b.gz) / 2 },
})
