import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { CaseDocument, DecisionDocument, JsonObject } from 'holon'
import { Values } from '../decision/values.tsx'
import { ReasonMark } from '../decisions/reason-mark.tsx'
import { titleOf } from '../form/shape.ts'
import { formatJson, formatTitle } from '../format/json.ts'
import { formatShare } from '../format/number.ts'
import { formatTime } from '../format/time.ts'
import { Experience } from '../look/experience.tsx'
import { Facts } from '../look/facts.tsx'
import { Panel } from '../look/panel.tsx'
import { Failure } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { AnswerForm } from './answer-form.tsx'
import { CaseTime } from './case-list.tsx'
import './case-view.css'
import { useClaim } from './use-answer.ts'
import { useNow } from './use-now.ts'
import { useYourName } from './your-name.tsx'

/** One case: what it is, why it came, until when, what happened before; and the answer. */
export function CaseView({ one }: { one: CaseDocument }) {
  const { decisions } = useSystem()
  const point = decisions.find(({ name }) => name === one.decision)
  return (
    <Panel title={one.asks} aside={<CaseTime one={one} />}>
      <div className="case">
        <What one={one} point={point} />
        <section>
          <h3>What was known</h3>
          <Values values={titled(one.context, point)} fold />
        </section>
        {one.why.length > 0 && (
          <section>
            <h3>Why the estimate came out so</h3>
            <ul className="case-why">
              {one.why.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        )}
        {one.answered === undefined ? <Taking one={one} /> : <Result one={one} />}
        {one.history.length > 0 && <History one={one} />}
      </div>
    </Panel>
  )
}

function What({ one, point }: { one: CaseDocument; point: DecisionDocument | undefined }) {
  const { name: system, components } = useSystem()
  const style = point?.experiences.find(({ name }) => name === one.experience)?.style
  return (
    <Facts
      facts={{
        Decision: (
          <Link to="/systems/$system/decisions/$id" params={{ system, id: one.about }}>
            {one.decision}
          </Link>
        ),
        'The person met': <Experience name={one.experience} style={style} />,
        'They read': one.text,
        Because: <ReasonMark reason={one.reason} degraded={one.reason === 'fallback'} />,
        Estimate: estimateOf(one, components.find(({ name }) => name === point?.model)?.model?.predicts),
        'They reported': one.reported === undefined ? undefined : reportOf(one),
        'Handed over': `to ${one.to}, ${formatTime(one.at)}`,
        'Answer until': formatTime(one.due),
      }}
    />
  )
}

function estimateOf({ prediction }: CaseDocument, predicts: string | undefined): string | undefined {
  if (prediction === null) return undefined
  const isShare = predicts === 'probability' && typeof prediction === 'number'
  return isShare ? formatShare(prediction) : formatJson(prediction)
}

const reportOf = ({ feedback, reported }: CaseDocument): string =>
  reported === true ? (feedback ?? '') : `${feedback}: ${formatJson(reported)}`

/** Claims it, so that nobody does the same work meanwhile, and asks for the answer. */
function Taking({ one }: { one: CaseDocument }) {
  const now = useNow()
  const { name } = useYourName()
  const claim = useClaim(one.id)
  const claimed = one.claimed !== undefined && one.claimed.until > now ? one.claimed : undefined
  if (claimed !== undefined && claimed.by !== name.trim()) {
    return (
      <p className="case-taken" role="status">
        <b>{claimed.by}</b> is looking at it, until {formatTime(claimed.until, now)}.
      </p>
    )
  }
  return (
    <section className="case-answer" aria-label="Answer">
      {claimed === undefined ? (
        <div className="case-claim">
          <Button
            size="sm"
            disabled={name.trim() === ''}
            loading={claim.isPending}
            onClick={() => claim.mutate({ by: name.trim() })}
          >
            Claim
          </Button>
          <span className="quiet small">It is kept for you for ten minutes, so that nobody works twice.</span>
        </div>
      ) : (
        <p className="case-claim small" role="status">
          It is kept for you until {formatTime(claimed.until, now)}.
        </p>
      )}
      {claim.isError && <Failure error={claim.error} />}
      <AnswerForm one={one} />
    </section>
  )
}

function Result({ one: { answered, answer } }: { one: CaseDocument }) {
  if (answered === undefined) return null
  const { by, at, value, note } = answered
  return (
    <section className="case-result" role="status">
      <h3>Answered</h3>
      <Facts
        facts={{
          [formatTitle(answer)]: value === undefined ? undefined : formatJson(value),
          Why: note,
          By: by ?? 'feedback that came without the queue',
          At: formatTime(at),
        }}
      />
    </section>
  )
}

function History({ one }: { one: CaseDocument }) {
  const { name: system } = useSystem()
  return (
    <section>
      <h3>What the person met before</h3>
      <ol className="case-history">
        {one.history.map(({ id, at, experience }) => (
          <li key={id}>
            <Link to="/systems/$system/decisions/$id" params={{ system, id }}>
              {experience}
            </Link>
            <time className="quiet small" dateTime={new Date(at).toISOString()}>
              {formatTime(at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Fields by the titles that the schema of the context gives them. */
function titled(context: JsonObject, point: DecisionDocument | undefined): JsonObject {
  const title = (name: string) => {
    const given = titleOf(point?.contextSchema ?? {}, name)
    // A dot would be taken for a path.
    return given.includes('.') ? name : given
  }
  return Object.fromEntries(Object.entries(context).map(([name, value]) => [title(name), value]))
}
