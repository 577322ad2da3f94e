import { sharesOf } from '../../domain/department.ts'
import { neighbourhoods } from '../../domain/neighbourhoods.ts'
import { ways } from '../../domain/way.ts'
import { type Run, sharesUntil, trueShares } from '../city/run.ts'
import { percent } from '../look/percent.ts'
import './numbers.css'

/** The numbers behind the map: what is true, what is on file, what the forecast makes of it, where patrols go. */
export function Numbers({ run }: { readonly run: Run }) {
  const { ledger } = run.days.department
  const truth = trueShares(run)
  const patrols = sharesUntil(run, run.past.length)
  const [found, calls, forecast] = [
    sharesOf(ledger, 'found'),
    sharesOf(ledger, 'calls'),
    sharesOf(ledger, ways[run.way].learnsFrom),
  ]
  return (
    <table className="numbers number">
      <caption>What is true, what is on file, and where patrols go</caption>
      <thead>
        <tr>
          <th scope="col">Neighbourhood</th>
          <th scope="col" data-of="truth">
            Crime
          </th>
          <th scope="col" data-of="calls">
            Reported
          </th>
          <th scope="col">Discovered</th>
          <th scope="col">Forecast</th>
          <th scope="col" data-of="patrols">
            Patrols
          </th>
        </tr>
      </thead>
      <tbody>
        {neighbourhoods.map((one) => (
          <tr key={one}>
            <th scope="row">{one}</th>
            <td data-of="truth">{percent(truth[one])}</td>
            <td data-of="calls">{percent(calls[one])}</td>
            <td>{percent(found[one])}</td>
            <td>{percent(forecast[one])}</td>
            <td data-of="patrols">{percent(patrols[one])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
