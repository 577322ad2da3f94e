import type { PolicyEvaluation } from 'holon'
import { formatNumber, formatShare } from '../format/number.ts'
import { bandWords } from './bands.ts'

/** What the weights say: as how many decisions the log counts, whether they are true, and what it never did. */
export function Coverage({ policy, rows }: { policy: PolicyEvaluation; rows: number }) {
  const { effectiveSampleSize, meanWeight, expectedMeanWeight = 1, largestWeight, overlap } = policy
  const share = rows === 0 ? 0 : Math.min(1, effectiveSampleSize / rows)
  return (
    <>
      <dl className="off-policy-facts">
        <div>
          <dt>Effective sample size</dt>
          <dd>
            <b>{formatNumber(Math.round(effectiveSampleSize))}</b> of {formatNumber(rows)}
            <span className="off-policy-bar" aria-hidden="true">
              <i style={{ width: `${(share * 100).toFixed(1)}%` }} />
            </span>
          </dd>
          <dd className="small quiet">Decisions of the policy itself that would say as much.</dd>
        </div>
        <div>
          <dt>Mean weight</dt>
          <dd>
            <b>{formatNumber(Number(meanWeight.toPrecision(3)))}</b>, and should be{' '}
            {formatNumber(Number(expectedMeanWeight.toPrecision(3)))}
          </dd>
          <dd className="small quiet">Far from it, the logged probabilities are not true.</dd>
        </div>
        <div>
          <dt>Largest weight</dt>
          <dd>
            <b>{formatNumber(Number(largestWeight.toPrecision(3)))}</b>
          </dd>
          <dd className="small quiet">The decisions that one of them stands for.</dd>
        </div>
      </dl>
      {overlap?.bands === undefined ? (
        <p className="small quiet">
          While flights run, only the probability of what was taken is known over their arms: overlap is not
          told.
        </p>
      ) : (
        <Bands bands={overlap.bands} share={overlap.share} />
      )}
    </>
  )
}

function Bands({
  bands,
  share,
}: {
  bands: NonNullable<NonNullable<PolicyEvaluation['overlap']>['bands']>
  share: number
}) {
  const most = Math.max(...bands.map((one) => one.share), 1e-9)
  return (
    <figure className="off-policy-bands">
      <figcaption>
        Overlap: the log could have done <b>{formatShare(share)}</b> of what the policy would do. How often
        did it?
      </figcaption>
      <ol>
        {bands.map((one, index) => (
          <li key={one.upTo} data-never={one.upTo === 0}>
            <span>{bandWords(bands[index - 1]?.upTo, one.upTo)}</span>
            <span className="off-policy-bar" aria-hidden="true">
              <i style={{ width: `${((one.share / most) * 100).toFixed(1)}%` }} />
            </span>
            <span>{one.share === 0 ? '–' : formatShare(one.share)}</span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
