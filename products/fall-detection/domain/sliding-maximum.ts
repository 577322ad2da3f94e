/**
 * The largest of the last `length` values and how many values ago it came, at constant cost a value (a deque of
 * falling values; Lemire 2006, "Streaming maximum-minimum filter using no more than three comparisons per element").
 */
export class SlidingMaximum {
  readonly #values: Float32Array
  readonly #places: Float64Array
  #first = 0
  #count = 0
  #place = -1

  /** @param length values that are looked back on, at least 1 */
  constructor(length: number) {
    this.#values = new Float32Array(length)
    this.#places = new Float64Array(length)
  }

  /** Takes the next value. Of equal values the earliest is the largest. */
  push(value: number): void {
    const length = this.#values.length
    this.#place += 1
    if (this.#count > 0 && this.#at(this.#places, 0) <= this.#place - length) {
      this.#first = (this.#first + 1) % length
      this.#count -= 1
    }
    while (this.#count > 0 && this.#at(this.#values, this.#count - 1) < value) this.#count -= 1
    const end = (this.#first + this.#count) % length
    this.#values[end] = value
    this.#places[end] = this.#place
    this.#count += 1
  }

  /** The largest value; NaN before the first one. */
  get value(): number {
    return this.#count === 0 ? Number.NaN : this.#at(this.#values, 0)
  }

  /** How many values came after the largest. */
  get age(): number {
    return this.#place - this.#at(this.#places, 0)
  }

  #at(list: Float32Array | Float64Array, index: number): number {
    return list[(this.#first + index) % list.length] as number
  }
}
