import { useEffect, useState } from 'react'
import './app.css'
import { choices } from './appliance/sabotage.ts'
import { command, useToaster } from './appliance/toaster.ts'
import { Curve } from './curve/curve.tsx'
import { SavedBy } from './kitchen/saved.tsx'
import { Status } from './kitchen/status.tsx'
import { ToasterView } from './kitchen/toaster-view.tsx'
import { useBreakfast } from './kitchen/use-breakfast.ts'
import { Choices } from './look/choice.tsx'
import { OrderForm } from './order/order-form.tsx'
import { SabotagePanel } from './sabotage/sabotage-panel.tsx'
import { Footer } from './shell/footer.tsx'
import { Verdict } from './verdict/verdict.tsx'

const speeds = { '1': 'as it does', '10': '10 times faster', '60': 'a minute in a second' } as const
type Speed = keyof typeof speeds

const usualSpeed: Speed = '10'

/** The page on which a person toasts, judges, and breaks things. */
export function App() {
  const state = useToaster()
  const [broken, setBroken] = useState('nothing')
  const [speed, setSpeed] = useState<Speed>(usualSpeed)
  const isModelBroken = choices.some(({ name, sabotage }) => name === broken && sabotage.part === 'model')
  const { toast, press, stop } = useBreakfast(isModelBroken)
  const busy = toast?.phase === 'deciding' || toast?.phase === 'toasting'
  useEffect(() => command({ do: 'speed', times: Number(speed) }), [speed])
  const breakPart = (name: string) => {
    setBroken(name)
    const found = choices.find((one) => one.name === name)
    if (found !== undefined) command({ do: 'sabotage', sabotage: found.sabotage })
  }
  return (
    <div className="kitchen">
      <header className="kitchen-head">
        <h1>Toast as you like it</h1>
        <p className="quiet">
          Crumb learns your colour from what you say of it. The kitchen’s safety does not rest on what it
          learns.
        </p>
      </header>
      <main className="kitchen-main">
        <div className="kitchen-toaster">
          {state === undefined ? (
            <p role="status">Plugging the toaster in …</p>
          ) : (
            <div className="sheet kitchen-plate">
              <ToasterView look={state.look} />
              <Status toast={toast} state={state} onStop={stop} />
              {toast !== undefined && <SavedBy toast={toast} state={state} />}
              {toast !== undefined && toast.phase !== 'wait' && (
                <Curve points={toast.points} seconds={toast.seconds} />
              )}
            </div>
          )}
        </div>
        <div className="kitchen-side">
          {toast?.phase === 'done' && <Verdict key={toast.answer?.id ?? toast.points.length} toast={toast} />}
          <OrderForm busy={busy || state === undefined} onPress={press} />
          <div className="sheet">
            <Choices
              legend="Time runs"
              options={(Object.keys(speeds) as Speed[]).map((value) => ({ value, title: speeds[value] }))}
              chosen={speed}
              onChoose={setSpeed}
            />
          </div>
        </div>
        <div className="kitchen-sabotage">
          <SabotagePanel
            chosen={broken}
            onChoose={breakPart}
            latched={state?.latched}
            fuseOpen={state?.look.fuseOpen ?? false}
          />
        </div>
      </main>
      <Footer state={state} />
    </div>
  )
}
