import { MantineProvider } from '@mantine/core'
import { neighbourhoods } from '../domain/neighbourhoods.ts'
import { highest } from '../domain/study.ts'
import { AlarmPanel } from './alarm/alarm-panel.tsx'
import { Chart } from './chart/chart.tsx'
import { type Run, sharesUntil, trueShares } from './city/run.ts'
import { type City, useCity } from './city/use-city.ts'
import { Time, Ways } from './controls/controls.tsx'
import { percent } from './look/percent.ts'
import { theme } from './look/theme.ts'
import { CityMap } from './map/city-map.tsx'
import { Notice } from './notice/notice.tsx'
import { Numbers } from './numbers/numbers.tsx'
import { ServedPanel } from './served/served-panel.tsx'
import './app.css'

/** A city like most: of 200, half grow a higher share, and half meet the alarm later. */
const typical = 7

/** The page: an invented city in which the loop is watched, stopped, and warned of. */
export function App() {
  const city = useCity(typical)
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <div className="page">
        <header className="head">
          <p className="head-name">Predictive policing</p>
          <h1>Where patrols go, crime is found. Where crime is found, patrols go.</h1>
          <p className="head-about">
            An invented city of seven neighbourhoods with equal crime. A forecast learns from what patrols
            discover, and sends the next patrols.
          </p>
        </header>
        <main>
          <Notice />
          <Watch city={city} />
        </main>
        <footer className="foot quiet">
          No real place, no real person. After D. Ensign and others, Runaway Feedback Loops in Predictive
          Policing, 2018. How it is declared, measured and what it cannot do: <a href="/">the studio</a>.
        </footer>
      </div>
    </MantineProvider>
  )
}

function Watch({ city }: { readonly city: City }) {
  const { run } = city
  return (
    <div className="watch">
      <section className="watch-city sheet" aria-label="The city">
        <Time city={city} />
        <CityMap crime={trueShares(run)} patrols={sharesUntil(run, run.past.length)} />
        <p className="watch-says">{inWords(run)}</p>
      </section>
      <aside className="watch-side">
        <section className="sheet" aria-label="How patrols are sent">
          <Ways city={city} />
        </section>
      </aside>
      <section className="watch-chart sheet" aria-label="Day by day">
        <Chart run={run} />
      </section>
      <div className="watch-more">
        <AlarmPanel run={run} />
        <section className="sheet" aria-label="The numbers">
          <Numbers run={run} />
        </section>
      </div>
      <ServedPanel run={run} />
    </div>
  )
}

function inWords(run: Run): string {
  if (run.past.length === 0)
    return 'Two incidents are on file for every neighbourhood. Nothing tells them apart.'
  const [patrols, crime] = [sharesUntil(run, run.past.length), trueShares(run)]
  const most = neighbourhoods.find((one) => patrols[one] === highest(patrols)) ?? neighbourhoods[0]
  return `${most} had ${percent(patrols[most])} of the patrols of the last 30 days, and ${percent(crime[most])} of the crime.`
}
