/** A place on the map, y downwards. */
export interface Point {
  readonly x: number
  readonly y: number
}
