import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Noticed } from '../../noticed.ts'
import { calling } from '../../noticing.ts'
import { useStream } from '../stream/use-stream.ts'
import { wearer } from '../wearer.ts'
import { After } from './after.tsx'
import { Alarm } from './alarm.ts'
import { Face } from './face.tsx'
import { estimate, loadModel } from './judge-alone.ts'
import { Name } from './name.tsx'
import { type Judged, Signal } from './signal.tsx'
import { Sources } from './sources.tsx'
import './watch-page.css'

/** The wearer's side: the watch, what its sensor feels, and what moves it. */
export function WatchPage() {
  const [alarm] = useState(() => new Alarm())
  const [judged, setJudged] = useState<Judged>()
  const state = useSyncExternalStore(alarm.subscribe, alarm.state)
  const watching = useStream((noticed: Noticed) => {
    setJudged({ noticed, chance: undefined })
    void estimate(noticed).then((chance) => setJudged({ noticed, chance }))
    void alarm.notice(noticed)
  })
  useEffect(() => {
    void loadModel().catch(() => undefined)
    void alarm.resume()
    return alarm.halt
  }, [alarm])
  return (
    <div className="watch-page">
      <h1>The watch</h1>
      <Face alarm={alarm} onCall={() => void alarm.call(calling(wearer().name, 'watch'))} />
      {state.at === 'episode' && state.standing.is === 'over' && (
        <After standing={state.standing} alarm={alarm} />
      )}
      <div className="beside">
        <Sources watching={watching} />
        <Signal watching={watching} judged={judged} />
        <Name />
      </div>
    </div>
  )
}
