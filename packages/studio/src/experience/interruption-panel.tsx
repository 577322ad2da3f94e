import { SegmentedControl } from '@mantine/core'
import type { DecisionDocument } from 'holon'
import { formatMeasured } from '../format/number.ts'
import { Panel } from '../look/panel.tsx'
import { Answered } from '../look/state.tsx'
import { formatPercent } from './format.ts'
import { filled, type Span, spans, totalOf } from './stretches.ts'
import { TimeBars } from './time-bars.tsx'
import { useReport } from './use-report.ts'

/** How often people were interrupted: each of them, and over time. */
export function InterruptionPanel(props: {
  decision: DecisionDocument
  span: Span
  setSpan: (span: Span) => void
}) {
  const { decision, span } = props
  const query = useReport(decision, span)
  return (
    <Panel
      title="Interruptions"
      aside={
        <SegmentedControl
          aria-label="Time"
          value={span.name}
          data={spans.map(({ name, label }) => ({ value: name, label }))}
          onChange={(name) => props.setSpan(spans.find((one) => one.name === name) ?? span)}
        />
      }
    >
      <Answered query={query}>
        {({ report: { interruptions }, now }) => {
          const times = filled(span, now, interruptions.times)
          const { n, of } = totalOf(times)
          const { people, mean, deviation } = interruptions.perPerson
          return (
            <>
              <p className="report-figures">
                {mean === null ? (
                  <span>None of these decisions was about a person.</span>
                ) : (
                  <span>
                    <b>{formatMeasured(mean)}</b> for each of {people.toLocaleString('en-US')}{' '}
                    {people === 1 ? 'person' : 'people'}
                    {deviation !== null && (
                      <span className="quiet"> (standard deviation {formatMeasured(deviation)})</span>
                    )}
                  </span>
                )}
                <span>
                  <b>{of === 0 ? '–' : formatPercent(n / of)}</b> of {of.toLocaleString('en-US')} decisions
                </span>
              </p>
              <TimeBars
                times={times}
                most={Math.max(...times.map((one) => one.n))}
                height={72}
                label={`Interruptions, ${span.label.toLowerCase()}: ${n} in ${of} decisions`}
              />
              <p className="small quiet">
                What is not silent counts. {span.label}, a bar for every {span.every.replace('1 ', '')}.
              </p>
            </>
          )
        }}
      </Answered>
    </Panel>
  )
}
