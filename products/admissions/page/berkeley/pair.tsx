import { percent } from './percent.ts'

/** Two rates as bars. */
export function Pair({ men, women }: { men: number; women: number }) {
  return (
    <dl className="pair">
      {(
        [
          ['Men', 'men', men],
          ['Women', 'women', women],
        ] as const
      ).map(([name, group, rate]) => (
        <div key={group}>
          <dt>{name}</dt>
          <dd>
            <span className={`bar ${group}`} style={{ width: `${100 * rate}%` }} aria-hidden />
            <strong>{percent(rate)} %</strong>
          </dd>
        </div>
      ))}
    </dl>
  )
}
