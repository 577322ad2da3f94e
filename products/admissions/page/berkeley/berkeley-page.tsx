import { commonOddsRatio, mantelHaenszelTest, standardisedRates } from 'holon/stats'
import { departments, share, strata, together } from '../../domain/berkeley.ts'
import { DepartmentRow } from './department-row.tsx'
import { Pair } from './pair.tsx'
import { percent } from './percent.ts'
import './berkeley.css'

const men = together('men')
const women = together('women')
const alike = standardisedRates(strata)
const odds = commonOddsRatio(strata)
const { statistic, pValue } = mantelHaenszelTest(strata)
const most = Math.max(
  ...departments.map(({ women }) => share(women)),
  ...departments.map(({ men }) => share(men)),
)
const easy = departments.slice(0, 2)

/** The Berkeley table of 1973: a gap that turns round where one looks by department. */
export function BerkeleyPage() {
  return (
    <div className="berkeley">
      <h1>The gap that turned round</h1>
      <p className="lead">
        Berkeley, autumn 1973: {men.n + women.n} applications to the six largest graduate departments. Before
        anybody calls a programme fair or unfair, look at what this table does.
      </p>
      <div className="two">
        <section className="sheet" aria-labelledby="together">
          <h2 id="together">All together</h2>
          <Pair men={share(men)} women={share(women)} />
          <p>
            Women were admitted {percent(share(men) - share(women))} points less often. It looks like bias.
          </p>
        </section>
        <section className="sheet" aria-labelledby="alike">
          <h2 id="alike">Had both applied alike</h2>
          <Pair men={alike.first} women={alike.second} />
          <p>
            With the same mix of departments, women lead by {percent(alike.second - alike.first)} points. The
            gap has turned round.
          </p>
        </section>
      </div>
      <section className="sheet" aria-labelledby="by-department">
        <h2 id="by-department">By department</h2>
        <p className="quiet key">
          <span className="dot men" /> men <span className="dot women" /> women: share admitted, of how many
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">Department</th>
              <th scope="col">Men</th>
              <th scope="col">Women</th>
              <th scope="col" className="chart">
                Share admitted, 0 to 100 %
              </th>
            </tr>
          </thead>
          <tbody>
            {departments.map((one) => (
              <DepartmentRow key={one.name} department={one} />
            ))}
          </tbody>
        </table>
        <p>
          Women lead in four of six departments, most clearly in A. Departments A and B admitted up to{' '}
          {percent(most)} %, and {percent(together('men', easy).n / men.n)} % of the men applied there, but
          only {percent(together('women', easy).n / women.n)} % of the women. Most women applied where most
          people of either sex are turned down.
        </p>
      </section>
      <section className="sheet" aria-labelledby="means">
        <h2 id="means">What it means here</h2>
        <p>
          One rate for everybody can say the opposite of every part of it (E. Simpson, 1951). So this
          programme is never judged by one rate: rates by group are looked at by department, after people have
          decided.
        </p>
        <p>
          And the parts are not the whole truth either. That women had applied where places are few is not a
          law of nature; whatever steered them there is no matter of these departments, and may be unfair all
          the same.
        </p>
        <p className="quiet">
          Within departments the odds of men are {odds.toFixed(2)} times those of women (Mantel and Haenszel:
          χ² = {statistic.toFixed(2)}, p = {pValue.toFixed(2)}): no evidence of a difference over all. Source:
          Bickel, Hammel and O’Connell, Science 187, 1975.
        </p>
      </section>
    </div>
  )
}
