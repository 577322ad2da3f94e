import { NativeSelect, NumberInput } from '@mantine/core'
import type { Judge } from 'holon'
import { Panel } from '../../look/panel.tsx'
import { judgeLike, judgeWords } from '../judge.ts'
import type { Drafting } from './use-drafting.ts'

/** Asks how the flight is judged, which is said before it starts and never changed. */
export function JudgeFields({ drafting }: { drafting: Drafting }) {
  const { draft, change, errorAt } = drafting
  const { judge, plannedUnits } = draft
  const method = judge?.method ?? 'always-valid'
  return (
    <Panel title="How it is judged">
      <div className="flight-fields">
        <NativeSelect
          label="Judged"
          size="sm"
          description={judgeWords.find((one) => one.method === method)?.about}
          value={method}
          error={errorAt('judge')}
          data={judgeWords.map(({ method, title }) => ({ value: method, label: title }))}
          onChange={({ currentTarget }) => change({ judge: judgeLike(currentTarget.value, judge) })}
        />
        {judge === undefined || judge.method === 'always-valid' ? (
          <NumberInput
            label="Intervals narrowest at"
            size="sm"
            min={1}
            allowDecimal={false}
            thousandSeparator=","
            hideControls
            placeholder="5,000"
            description="Units over all arms, about when it is to be decided."
            value={plannedUnits ?? ''}
            error={errorAt('plannedUnits')}
            onChange={(next) => change({ plannedUnits: typeof next === 'number' ? next : undefined })}
          />
        ) : (
          <Said judge={judge} change={(judge) => change({ judge })} />
        )}
        <p className="wide quiet small">
          It is said here and never changed: whoever chooses after seeing the numbers chooses the verdict.
        </p>
      </div>
    </Panel>
  )
}

/** What a way of judging has to say beside its name. */
function Said(props: { judge: Exclude<Judge, { method: 'always-valid' }>; change: (judge: Judge) => void }) {
  const { judge, change } = props
  if (judge.method === 'bayesian') {
    const { prior } = judge
    return (
      <NumberInput
        label="Effects expected within"
        size="sm"
        hideControls
        suffix=" %"
        description="Standard deviation of the effects you expect, as a share of what the control has."
        value={Number((prior.deviation * 100).toPrecision(12))}
        onChange={(next) =>
          change({ ...judge, prior: { ...prior, deviation: typeof next === 'number' ? next / 100 : 0 } })
        }
      />
    )
  }
  return (
    <>
      <NumberInput
        label="Once so many have come"
        size="sm"
        allowDecimal={false}
        thousandSeparator=","
        hideControls
        description="Units over all arms."
        value={judge.units === 0 ? '' : judge.units}
        onChange={(next) => change({ ...judge, units: typeof next === 'number' ? next : 0 })}
      />
      {judge.method === 'group-sequential' && (
        <>
          <NumberInput
            label="Looks"
            size="sm"
            min={2}
            max={20}
            allowDecimal={false}
            hideControls
            description="At equal steps, the last one included."
            value={judge.looks === 0 ? '' : judge.looks}
            onChange={(next) => change({ ...judge, looks: typeof next === 'number' ? next : 0 })}
          />
          <NativeSelect
            label="Early looks"
            size="sm"
            description="How much of the error the first looks may spend."
            value={judge.spending ?? 'obrien-fleming'}
            data={[
              { value: 'obrien-fleming', label: 'end it only for a large effect' },
              { value: 'pocock', label: 'end it as easily as late ones' },
            ]}
            onChange={({ currentTarget: { value } }) => {
              const { spending: _, ...rest } = judge
              change(value === 'pocock' ? { ...rest, spending: value } : rest)
            }}
          />
        </>
      )}
    </>
  )
}
