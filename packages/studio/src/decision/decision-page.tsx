import { Button } from '@mantine/core'
import { IconReload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { RecordDocument, ReplayDocument } from 'holon'
import { ReasonMark } from '../decisions/reason-mark.tsx'
import { styleOf } from '../decisions/style.ts'
import { formatTime } from '../format/time.ts'
import { Experience } from '../look/experience.tsx'
import { Page } from '../look/page.tsx'
import { Panel } from '../look/panel.tsx'
import { Answered, Failure } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { recordQuery } from '../wire/queries.ts'
import { path, request } from '../wire/request.ts'
import { CameBack } from './came-back.tsx'
import './decision-page.css'
import { FeedbackForm } from './feedback-form.tsx'
import { reasonSentence } from './reason-sentence.ts'
import { ReplayResult } from './replay-result.tsx'
import { CalibrateStage } from './stages/calibrate-stage.tsx'
import { ChooseStage } from './stages/choose-stage.tsx'
import { ContextStage } from './stages/context-stage.tsx'
import { FeatureStage } from './stages/feature-stage.tsx'
import { GuardStage } from './stages/guard-stage.tsx'
import type { Opened } from './stages/opened.ts'
import { PredictStage } from './stages/predict-stage.tsx'
import { PresentStage } from './stages/present-stage.tsx'
import { RecordStage } from './stages/record-stage.tsx'

const route = getRouteApi('/systems/$system/decisions/$id')

/** One decision, opened stage by stage. */
export function DecisionPage() {
  const { id } = route.useParams()
  const query = useQuery(recordQuery(id))
  const replay = useMutation({
    mutationFn: () => request<ReplayDocument>('POST', path`/decisions/${id}/replay`),
  })
  return (
    <Page
      title={query.data?.record.decision ?? 'Decision'}
      lead={query.data === undefined ? undefined : <Summary document={query.data} />}
      controls={
        <>
          <AllDecisions />
          <Button
            variant="filled"
            size="sm"
            leftSection={<IconReload size={16} aria-hidden="true" />}
            loading={replay.isPending}
            onClick={() => replay.mutate()}
          >
            Replay
          </Button>
        </>
      }
    >
      {replay.isError && <Failure error={replay.error} />}
      {replay.isSuccess && <ReplayResult replay={replay.data} />}
      <Answered query={query} lines={14}>
        {(document) => <OpenedDecision document={document} replay={replay.data} />}
      </Answered>
    </Page>
  )
}

function AllDecisions() {
  const { name } = useSystem()
  return (
    <Button
      size="sm"
      renderRoot={(props) => <Link to="/systems/$system/decisions" params={{ system: name }} {...props} />}
    >
      All decisions
    </Button>
  )
}

function Summary({ document: { record } }: { document: RecordDocument }) {
  const system = useSystem()
  return (
    <span className="decision-summary">
      <Experience name={record.experience} style={styleOf(system, record)} />
      <ReasonMark reason={record.reason} code={record.code} degraded={record.degraded} />
      <time className="quiet" dateTime={new Date(record.at).toISOString()}>
        {formatTime(record.at)}
      </time>
      <span className="decision-because">{reasonSentence(record)}</span>
    </span>
  )
}

function OpenedDecision(props: { document: RecordDocument; replay: ReplayDocument | undefined }) {
  const { document, replay } = props
  const system = useSystem()
  const point = system.decisions.find((one) => one.name === document.record.decision)
  const model = system.components.find((one) => one.name === point?.model)?.model
  const opened: Opened = {
    document,
    point,
    share: model?.predicts === 'probability',
    replayed: (stage) => replay?.stages.find((one) => one.stage === stage),
  }
  return (
    <div className="decision">
      <ol className="stages">
        <ContextStage {...opened} />
        <FeatureStage {...opened} />
        <PredictStage {...opened} />
        <CalibrateStage {...opened} />
        <ChooseStage {...opened} />
        <GuardStage {...opened} />
        <PresentStage {...opened} />
        <RecordStage {...opened} />
      </ol>
      <div className="decision-aside">
        <Panel title="What came back">
          <CameBack
            back={document.back}
            since={document.record.at}
            {...(document.record.audits && { audits: document.record.audits })}
          />
        </Panel>
        <Panel title="Send something back">
          <FeedbackForm id={document.record.id} feedback={point?.feedback ?? []} />
        </Panel>
      </div>
    </div>
  )
}
