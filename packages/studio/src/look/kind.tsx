import './kind.css'

/** Says whether a part learned what it does. Round and blue is ML; square and plain is not. `bare`: only ML is worth ink. */
export function Kind({ ml, bare = false }: { ml: boolean; bare?: boolean }) {
  if (bare && !ml) return <span className="hidden">not ML</span>
  return (
    <span className="kind" data-ml={ml}>
      {ml ? 'ML' : 'not ML'}
    </span>
  )
}
