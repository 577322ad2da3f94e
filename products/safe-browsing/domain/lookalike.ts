/**
 * Letters and digits that are drawn alike, by the Latin letter they pass for. A selection, for host names in lower case,
 * of what Unicode Technical Standard 39 lists as confusable.
 */
const alike: Readonly<Record<string, string>> = {
  a: 'аαạ4',
  b: 'ьƅ',
  c: 'сϲç',
  d: 'ԁ',
  e: 'еёęẹ3',
  g: 'ɡ9',
  h: 'һ',
  i: 'іıíïìḷ1|',
  j: 'ј',
  k: 'κк',
  l: 'ӏⅼł',
  m: 'м',
  n: 'пոńñ',
  o: 'оοօөöóòø0',
  p: 'рρ',
  q: 'ԛ',
  r: 'г',
  s: 'ѕśş5',
  t: 'тτ7',
  u: 'υսüùú',
  v: 'νѵ',
  w: 'ѡԝ',
  x: 'хχ',
  y: 'уγý',
  z: 'ᴢżź2',
}

const latin = new Map(
  Object.entries(alike).flatMap(([letter, others]) => [...others].map((one) => [one, letter])),
)

/**
 * What a name looks like at a glance: confusable letters and digits replaced, hyphens gone, `i` and `l` made one, `rn`
 * read as `m` and `vv` as `w`. Two names with one appearance are easily taken for each other.
 */
export function appearance(name: string): string {
  const letters = Array.from(name.toLowerCase(), (letter) => latin.get(letter) ?? letter).join('')
  return letters.replaceAll('-', '').replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('l', 'i')
}

/** Does a name mix Latin letters with those of an alphabet that has letters of the same looks? */
export function mixesAlphabets(name: string): boolean {
  return /[a-z]/i.test(name) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(name)
}

/** Is one text turned into the other by one letter changed, added, left out or swapped with its neighbour? */
export function oneSlipApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const [restA, restB] = [a.slice(at), b.slice(at)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}
