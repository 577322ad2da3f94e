import type { FairnessEstimate, FairnessReversal } from 'holon'
import { formatShare } from '../format/number.ts'

const titles = {
  reverses: 'The difference turns around',
  vanishes: 'The difference vanishes',
  appears: 'A difference appears',
}

/** A difference that is another one within strata: in words, and stratum by stratum. */
export function Reversal({ reversal }: { reversal: FairnessReversal }) {
  const { verdict, strata, between, by, words } = reversal
  return (
    <div>
      <p>
        <b>
          {titles[verdict]} within {strata}
        </b>
      </p>
      <p>{words}</p>
      <details>
        <summary>Each {strata}</summary>
        <table className="fairness-strata">
          <thead>
            <tr>
              <th scope="col">{strata}</th>
              {between.map((group) => (
                <th key={group} scope="col">
                  {group}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {by.map(({ stratum, first, second }) => (
              <tr key={stratum}>
                <th scope="row">{stratum}</th>
                <Rate rate={first} ahead={isAhead(first, second)} />
                <Rate rate={second} ahead={isAhead(second, first)} />
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}

const isAhead = (one: FairnessEstimate, other: FairnessEstimate): boolean =>
  one.value !== null && other.value !== null && one.value > other.value

function Rate({ rate: { value, n }, ahead }: { rate: FairnessEstimate; ahead: boolean }) {
  return (
    <td data-ahead={ahead}>
      {value === null ? 'too few' : formatShare(value)} <span className="quiet small">of {n}</span>
    </td>
  )
}
