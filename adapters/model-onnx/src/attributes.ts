import type { onnx } from 'onnx-proto'
import { invalid } from './invalid.ts'
import { numbersOf } from './tensor.ts'

/** The attributes of one operator, read with the type that the operator expects of each. */
export class Attributes {
  readonly #operator: string
  readonly #byName: ReadonlyMap<string, onnx.IAttributeProto>

  constructor(operator: string, attributes: readonly onnx.IAttributeProto[]) {
    this.#operator = operator
    this.#byName = new Map(attributes.map((attribute) => [attribute.name ?? '', attribute]))
    if (this.#byName.size !== attributes.length) throw invalid(`${operator} has an attribute twice`)
  }

  has(name: string): boolean {
    return this.#byName.has(name)
  }

  /** A text, or `otherwise` when absent. */
  text(name: string, otherwise: string): string {
    const attribute = this.#byName.get(name)
    return attribute === undefined ? otherwise : decode(attribute.s)
  }

  /** A whole number, or `otherwise` when absent. */
  integer(name: string, otherwise: number): number {
    const attribute = this.#byName.get(name)
    return attribute === undefined ? otherwise : this.#whole(name, attribute.i)
  }

  /** A number, or `otherwise` when absent. */
  number(name: string, otherwise: number): number {
    const attribute = this.#byName.get(name)
    return attribute === undefined ? otherwise : this.#finite(name, attribute.f ?? 0)
  }

  /** A list of texts, empty when absent. */
  texts(name: string): readonly string[] {
    return (this.#byName.get(name)?.strings ?? []).map(decode)
  }

  /** A list of whole numbers, empty when absent. */
  integers(name: string): readonly number[] {
    return (this.#byName.get(name)?.ints ?? []).map((value) => this.#whole(name, value))
  }

  /** A list of numbers without NaN, empty when absent; doubles are kept under `name_as_tensor`. */
  numbers(name: string): { readonly values: readonly number[]; readonly double: boolean } {
    const tensor = this.#byName.get(`${name}_as_tensor`)?.t
    if (tensor) return numbersOf(tensor, `${this.#operator}.${name}_as_tensor`)
    const values = this.#byName.get(name)?.floats ?? []
    for (const value of values) this.#notNaN(name, value)
    return { values, double: false }
  }

  #whole(name: string, value: number | { toNumber(): number } | null | undefined): number {
    const number = typeof value === 'object' && value !== null ? value.toNumber() : (value ?? 0)
    if (Number.isSafeInteger(number)) return number
    throw invalid(
      `${this.#operator}.${name} holds ${number}, which is no whole number that can be counted with`,
    )
  }

  #finite(name: string, value: number): number {
    if (Number.isFinite(value)) return value
    throw invalid(`${this.#operator}.${name} is ${value}`)
  }

  #notNaN(name: string, value: number): void {
    if (Number.isNaN(value)) throw invalid(`${this.#operator}.${name} holds NaN`)
  }
}

const utf8 = new TextDecoder()

function decode(bytes: Uint8Array | null | undefined): string {
  return bytes ? utf8.decode(bytes) : ''
}
