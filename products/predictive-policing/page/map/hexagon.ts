import type { Each } from '../../domain/neighbourhoods.ts'

/** Half the width of a hexagon with a vertex on top, and its corner radius. */
const radius = 60
const half = (radius * Math.sqrt(3)) / 2

/** Where neighbourhoods lie: one in the middle, six around it. */
export const places: Each<readonly [number, number]> = {
  Market: [0, 0],
  Harbour: [-half, -1.5 * radius],
  Mill: [half, -1.5 * radius],
  Station: [2 * half, 0],
  Meadow: [half, 1.5 * radius],
  Orchard: [-half, 1.5 * radius],
  Hill: [-2 * half, 0],
}

/** The corners of a hexagon, as `points` of a polygon. */
export function corners([x, y]: readonly [number, number]): string {
  return Array.from({ length: 6 }, (_, corner) => {
    const angle = Math.PI / 6 + (corner * Math.PI) / 3
    return `${(x + (radius - 2) * Math.cos(angle)).toFixed(1)},${(y + (radius - 2) * Math.sin(angle)).toFixed(1)}`
  }).join(' ')
}

/** What is seen: `min-x min-y width height`. */
export const frame = `${-3 * half - 2} ${-2.5 * radius - 2} ${6 * half + 4} ${5 * radius + 4}`
