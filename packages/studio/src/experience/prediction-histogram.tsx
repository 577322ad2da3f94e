import { formatNumber } from '../format/number.ts'
import { formatProbability } from './format.ts'
import { frameOf, pixelsOf } from './frame.ts'
import { type Bin, histogramOf, rangeOf } from './histogram.ts'
import { type Domain, placed, ticksOf } from './scale.ts'
import type { Designing } from './use-designer.ts'

const height = 84

/** The predictions that really came, each in the shade of what its person would meet. */
export function PredictionHistogram({ designing, width }: { designing: Designing; width: number }) {
  const { decision, cases, exact, shades } = designing
  const range = axisOf(designing)
  if (range === undefined) return null
  const names = decision.experiences.map(({ name }) => name)
  const frame = frameOf(width)
  const bins = histogramOf(cases, names, frame.named ? 40 : 25, range)
  const most = Math.max(1, ...bins.map(({ n }) => n))
  const x = (p: number) => placed(range, pixelsOf(frame), p)
  const without = cases.filter(({ prediction }) => typeof prediction !== 'number').length
  const word = range[1] === 1 && range[0] === 0 ? formatProbability : formatNumber
  return (
    <figure className="prediction-histogram" data-exact={exact}>
      <svg
        width={width}
        height={height + 36}
        role="img"
        aria-label={`Predictions of the last ${cases.length} decisions`}
      >
        {bins.map(({ from, to, n, counts }) => {
          // By the root, so that the few near a threshold are seen beside the many at the ends.
          const whole = Math.sqrt(n / most) * (height - 12)
          let below = 0
          return counts.map((count, index) => {
            if (count === 0) return null
            const name = names[index] ?? ''
            below += count
            return (
              <rect
                key={`${from} ${name}`}
                x={x(from) + 0.5}
                y={height - (below / n) * whole}
                width={Math.max(1, x(to) - x(from) - 1)}
                height={Math.max(1, (count / n) * whole - 0.5)}
                style={{ fill: shades[name] }}
              />
            )
          })
        })}
        <line className="axis" x1={frame.left} x2={frame.right} y1={height + 0.5} y2={height + 0.5} />
        {ticksOf(range, 5).map((tick) => (
          <text key={tick} x={x(tick)} y={height + 16}>
            {word(tick)}
          </text>
        ))}
        <text x={(frame.left + frame.right) / 2} y={height + 33}>
          {isShare(designing) ? 'predicted probability' : 'prediction'}
        </text>
      </svg>
      <Bins bins={histogramOf(cases, names, 10, range)} word={word} />
      <figcaption className="small quiet">
        {cases.length === 0
          ? 'No prediction has come yet.'
          : `The ${cases.length - without} predictions that really came; at most ${most} in a bar. Heights grow by the square root.`}
        {without > 0 && ` ${without} more had none that is a number.`}
      </figcaption>
    </figure>
  )
}

/** The predictions to draw: those from 0 to 1 for probabilities; undefined where they are no numbers. */
export const axisOf = (designing: Designing): Domain | undefined =>
  isShare(designing) ? unit : rangeOf(designing.cases)

// One value for all, so that nothing is drawn again for it.
const unit: Domain = [0, 1]

/** Whether the predictions are probabilities, as far as one sees. */
function isShare({ noLines, cases }: Designing): boolean {
  if (noLines === undefined) return true
  const range = rangeOf(cases)
  return range !== undefined && range[0] >= 0 && range[1] <= 1
}

/** The same for who does not see it, in ten bins. */
function Bins({ bins, word }: { bins: readonly Bin[]; word: (value: number) => string }) {
  return (
    <div className="hidden">
      <table>
        <caption>Predictions that really came</caption>
        <tbody>
          {bins.map(({ from, to, n }) => (
            <tr key={from}>
              <th scope="row">
                {word(from)} to {word(to)}
              </th>
              <td>{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
