import { type Each, neighbourhoods } from '../../domain/neighbourhoods.ts'
import { percent } from '../look/percent.ts'
import { corners, frame, places } from './hexagon.ts'
import './city-map.css'

interface Shares {
  readonly crime: Each<number>
  readonly patrols: Each<number>
}

/** The city from above: a disc as large as the share of the patrols, a ring as large as the share of the crime. */
export function CityMap({ crime, patrols }: Shares) {
  return (
    <figure className="map">
      <svg viewBox={frame} role="img" aria-label={inWords(patrols)}>
        {neighbourhoods.map((one) => {
          const [x, y] = places[one]
          return (
            <g key={one}>
              <polygon className="map-ground" points={corners([x, y])} />
              <circle className="map-patrols" cx={x} cy={y} r={disc(patrols[one])} />
              <circle className="map-crime" cx={x} cy={y} r={disc(crime[one])} />
              <text className="map-name" x={x} y={y - 36}>
                {one}
              </text>
              <text className="map-number" x={x} y={y + 5}>
                {percent(patrols[one])}
              </text>
            </g>
          )
        })}
      </svg>
      <figcaption className="map-legend">
        <span className="map-key" data-of="patrols">
          share of the patrols
        </span>
        <span className="map-key" data-of="crime">
          share of the crime
        </span>
      </figcaption>
    </figure>
  )
}

/** Area in proportion to the share; all of it would nearly fill the hexagon. */
const disc = (share: number): number => Math.min(54, 58 * Math.sqrt(share))

const inWords = (patrols: Each<number>): string =>
  `Map of seven neighbourhoods. Share of the patrols: ${neighbourhoods.map((one) => `${one} ${percent(patrols[one])}`).join(', ')}.`
