/** Pairs of letters that hardly a word of a language in Latin script has. */
const rarePairs = new Set(
  `bq bx cj cv cx dq dx fq fv fx fz gq gv gx gz hx hz jb jc jd jf jg jh jl jm jn jp jq jr js jt jv jw jx jy jz kq kx
  kz lq lx mq mx mz pq pv px pz qb qc qd qe qf qg qh qj qk ql qm qn qo qp qr qs qt qv qw qx qy qz sx tq tx vb vc vd vf
  vg vh vj vk vm vp vq vt vw vx vz wq wv wx wz xb xd xg xj xk xl xm xn xq xr xs xv xw xz yq zb zc zd zf zg zj zk zm zn
  zp zq zr zs zt zv zx`.split(/\s+/),
)

/** Length of the longest run of consonants. `y` counts as a vowel. */
export function longestConsonants(text: string): number {
  return (text.match(/[bcdfghjklmnpqrstvwxz]+/gi) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
}

/** Number of pairs of neighbouring letters that words do not have. */
export function rarePairsIn(text: string): number {
  const letters = text.toLowerCase()
  let count = 0
  for (let at = 1; at < letters.length; at++) if (rarePairs.has(letters.slice(at - 1, at + 1))) count++
  return count
}

/** Does a run of letters look like nothing that anybody would say? */
export function isUnpronounceable(word: string): boolean {
  if (word.length < 4) return false
  return longestConsonants(word) >= 5 || rarePairsIn(word) >= 2 || !/[aeiouy]/i.test(word)
}

/** Length of the longest run of letters and digits that is a code: digits among the letters, or a long mixture of cases. */
export function longestCode(text: string): number {
  const codes = (text.match(/[a-z0-9]{12,}/gi) ?? []).filter(
    (run) => (run.match(/\d/g)?.length ?? 0) >= 3 && /[a-z]/i.test(run),
  )
  return codes.reduce((most, run) => Math.max(most, run.length), 0)
}
