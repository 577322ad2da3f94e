const [base, least, most, skew, damp, firstBias, firstCode] = [36, 1, 26, 38, 700, 72, 128]

/**
 * The letters that an `xn--` label of a host name stands for (RFC 3492, section 6.2). A label that is none, or is
 * damaged, comes back as it is.
 *
 * @example
 * ```ts
 * decodeLabel('xn--bcher-kva') // 'bücher'
 * ```
 */
export function decodeLabel(label: string): string {
  if (!label.startsWith('xn--')) return label
  const coded = label.slice(4)
  const delimiter = coded.lastIndexOf('-')
  const output = Array.from(coded.slice(0, Math.max(0, delimiter)), (letter) => letter.charCodeAt(0))
  let [code, at, bias] = [firstCode, 0, firstBias]
  for (let next = delimiter + 1; next < coded.length; ) {
    const before = at
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(coded.charCodeAt(next++))
      if (digit === undefined) return label
      at += digit * weight
      const threshold = Math.min(most, Math.max(least, k - bias))
      if (digit < threshold) break
      weight *= base - threshold
    }
    const length = output.length + 1
    bias = adapted(at - before, length, before === 0)
    code += Math.floor(at / length)
    at %= length
    if (code > 0x10ffff) return label
    output.splice(at++, 0, code)
  }
  return String.fromCodePoint(...output)
}

function digitOf(code: number): number | undefined {
  if (code >= 97 && code <= 122) return code - 97
  return code >= 48 && code <= 57 ? code - 22 : undefined
}

function adapted(delta: number, length: number, first: boolean): number {
  let left = first ? Math.floor(delta / damp) : delta >> 1
  left += Math.floor(left / length)
  let k = 0
  for (; left > ((base - least) * most) / 2; k += base) left = Math.floor(left / (base - least))
  return k + Math.floor(((base - least + 1) * left) / (left + skew))
}
