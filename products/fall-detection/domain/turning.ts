import { hertz, standardGravity } from './reading.ts'
import type { Span } from './ring.ts'

/** Where a stretch of movement led, seen from where it began. */
export interface Path {
  /** Angle between the orientation at the end and that at the beginning, 0 to 180 degrees. */
  readonly turned: number
  /** Greatest speed gained on the way, in m/s. */
  readonly speed: number
}

const radians = Math.PI / 180

/**
 * Follows orientation and speed over the readings `from` to `to` (exclusive): turning is integrated as a quaternion, and
 * the acceleration turned back by it, so that what adds up is speed in the frame of the beginning (strapdown
 * integration; Titterton and Weston, Strapdown Inertial Navigation Technology, 3.5). Drift grows with the stretch, so it
 * must be seconds. Starts from no speed.
 */
export function follow(span: Span, from: number, to: number): Path {
  let [w, x, y, z] = [1, 0, 0, 0]
  let [vx, vy, vz, speed] = [0, 0, 0, 0]
  const half = (radians / hertz) * 0.5
  const step = standardGravity / hertz
  for (let i = from; i < to; i++) {
    const [hx, hy, hz] = [span.gx[i] as number, span.gy[i] as number, span.gz[i] as number]
    const angle = Math.hypot(hx, hy, hz) * half
    const by = angle < 1e-9 ? half : (Math.sin(angle) / angle) * half
    const [c, p, q, r] = [Math.cos(angle), hx * by, hy * by, hz * by]
    ;[w, x, y, z] = [
      w * c - x * p - y * q - z * r,
      w * p + x * c + y * r - z * q,
      w * q - x * r + y * c + z * p,
      w * r + x * q - y * p + z * c,
    ]
    const [ax, ay, az] = [span.ax[i] as number, span.ay[i] as number, span.az[i] as number]
    // a + 2 w (v × a) + 2 v × (v × a), for the vector part v of the quaternion.
    const [tx, ty, tz] = [2 * (y * az - z * ay), 2 * (z * ax - x * az), 2 * (x * ay - y * ax)]
    vx += (ax + w * tx + y * tz - z * ty) * step
    vy += (ay + w * ty + z * tx - x * tz) * step
    vz += (az + w * tz + x * ty - y * tx) * step
    speed = Math.max(speed, Math.hypot(vx, vy, vz))
  }
  return { turned: (2 * Math.acos(Math.min(1, Math.abs(w)))) / radians, speed }
}
