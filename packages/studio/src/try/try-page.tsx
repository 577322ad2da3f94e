import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { DecideAnswer, DecideRequest, DecisionDocument, Json } from 'holon'
import { type FormEvent, useState } from 'react'
import { JsonText } from '../form/json-text.tsx'
import { shapeOf } from '../form/shape.ts'
import { ObjectFields } from '../form/shape-input.tsx'
import { formatSentence } from '../format/json.ts'
import { Page } from '../look/page.tsx'
import { Panel } from '../look/panel.tsx'
import { Empty, Failure } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { path, request } from '../wire/request.ts'
import { AnswerView } from './answer-view.tsx'
import './try-page.css'

const route = getRouteApi('/systems/$system/try')

/** Takes a decision by hand. */
export function TryPage() {
  const system = useSystem()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const decision = system.decisions.find((one) => one.name === search.decision) ?? system.decisions[0]
  return (
    <Page
      title="Try it"
      lead="Take a decision by hand. It is a real one: it is recorded, counted and can be replayed like every other."
      controls={
        system.decisions.length > 1 && (
          <NativeSelect
            aria-label="Decision"
            size="sm"
            value={decision?.name ?? ''}
            data={system.decisions.map((one) => one.name)}
            onChange={({ currentTarget }) =>
              void navigate({ search: { decision: currentTarget.value }, replace: true })
            }
          />
        )
      }
    >
      {decision === undefined ? (
        <Empty title="This system decides nothing.">Declare a decision with decision(…).</Empty>
      ) : (
        <Trial key={decision.name} decision={decision} />
      )}
    </Page>
  )
}

function Trial({ decision }: { decision: DecisionDocument }) {
  const { name: system } = useSystem()
  const [context, setContext] = useState<Json>(decision.example)
  const [subject, setSubject] = useState('')
  const [before, setBefore] = useState<DecideAnswer>()
  const decide = useMutation({
    mutationFn: (body: DecideRequest) =>
      request<DecideAnswer>('POST', path`/systems/${system}/decisions/${decision.name}`, body),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setBefore(decide.data)
    decide.mutate({ context, ...(subject === '' ? {} : { subject }) })
  }
  return (
    <div className="try">
      <Panel title={decision.name}>
        <p className="try-does">{formatSentence(decision.does)}</p>
        <form className="try-form" onSubmit={submit}>
          <ContextForm decision={decision} context={context} change={setContext} />
          <TextInput
            size="sm"
            label="Person"
            description="Whom it is about, if anyone. What concerns them is sealed under their key."
            value={subject}
            onChange={({ currentTarget }) => setSubject(currentTarget.value)}
          />
          <div className="try-buttons">
            <Button type="submit" variant="filled" size="sm" loading={decide.isPending}>
              Decide
            </Button>
            <Button size="sm" variant="subtle" onClick={() => setContext(decision.example)}>
              Back to the example
            </Button>
          </div>
        </form>
      </Panel>
      <section className="try-answer" aria-live="polite" aria-label="Answer">
        {decide.isError && <Failure error={decide.error} />}
        {decide.data !== undefined && <AnswerView answer={decide.data} before={before} decision={decision} />}
        {decide.isIdle && (
          <Empty title="No answer yet.">Change what you like and press Decide: the answer stands here.</Empty>
        )}
      </section>
    </div>
  )
}

function ContextForm(props: { decision: DecisionDocument; context: Json; change: (context: Json) => void }) {
  const { decision, context, change } = props
  const shape = shapeOf(decision.contextSchema)
  const [asText, setAsText] = useState(shape.kind !== 'object')
  return (
    <>
      {shape.kind === 'object' && (
        <SegmentedControl
          aria-label="Edit as"
          value={asText ? 'JSON' : 'Fields'}
          data={['Fields', 'JSON']}
          onChange={(value) => setAsText(value === 'JSON')}
        />
      )}
      {asText || shape.kind !== 'object' ? (
        <JsonText label="Context" value={context} change={(value) => change(value ?? null)} />
      ) : (
        <ObjectFields fields={shape.fields} value={context} change={change} classes={decision.dataClasses} />
      )}
    </>
  )
}
