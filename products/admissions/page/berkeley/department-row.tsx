import { type Department, share } from '../../domain/berkeley.ts'
import { percent } from './percent.ts'

/** One department: two rates, of how many, and how far they are apart. */
export function DepartmentRow({ department: { name, men, women } }: { department: Department }) {
  const [ofMen, ofWomen] = [share(men), share(women)]
  const from = Math.min(ofMen, ofWomen)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {percent(ofMen)} % <span className="small">of {men.n}</span>
      </td>
      <td className={ofWomen > ofMen ? 'leads' : undefined}>
        {percent(ofWomen)} % <span className="small">of {women.n}</span>
      </td>
      <td className="chart" aria-hidden>
        <span className="track">
          <span
            className="apart"
            style={{ left: `${100 * from}%`, width: `${100 * Math.abs(ofMen - ofWomen)}%` }}
          />
          <span className="dot men" style={{ left: `${100 * ofMen}%` }} />
          <span className="dot women" style={{ left: `${100 * ofWomen}%` }} />
        </span>
      </td>
    </tr>
  )
}
