import { useQuery } from '@tanstack/react-query'
import type { ComponentDocument, SystemDocument } from 'holon'
import { FaultSwitch } from '../break/fault-switch.tsx'
import { isObject, titleOf } from '../form/shape.ts'
import { formatSentence } from '../format/json.ts'
import { Facts } from '../look/facts.tsx'
import { Hash } from '../look/hash.tsx'
import { Kind } from '../look/kind.tsx'
import { None } from '../look/none.tsx'
import { healthQuery } from '../wire/queries.ts'

/** A component; of a model also what it is, and the switches to break it. */
export function ComponentDetails({
  component,
  system,
}: {
  component: ComponentDocument
  system: SystemDocument
}) {
  const { data: health } = useQuery(healthQuery)
  const { name, ml, inside, does, uses, owner, model } = component
  const users = [
    ...system.components.filter((one) => one.uses.includes(name)),
    ...system.decisions.filter((one) => one.model === name),
  ]
  return (
    <article className="details">
      <header>
        <h2>{name}</h2>
        <p className="quiet small">
          <Kind ml={ml} /> · {inside ? 'inside' : 'outside'}
        </p>
      </header>
      <p>{formatSentence(does)}</p>
      <section>
        <h3>Stands</h3>
        <Facts
          facts={{
            On: uses.length === 0 ? 'nothing else' : uses.join(', '),
            Under:
              users.length === 0 ? <None>nothing uses it</None> : users.map((one) => one.name).join(', '),
            Owner: owner,
          }}
        />
      </section>
      {model !== undefined && (
        <>
          <section>
            <h3>Model</h3>
            <Facts
              facts={{
                Predicts: model.predicts,
                Version: model.version ?? <None>none loaded</None>,
                Kind: model.kind,
                'SHA-256': model.sha256 && <Hash value={model.sha256} what="SHA-256" />,
                Calibrated: model.calibrated ? 'yes' : <None>no</None>,
                Deadline: `${model.deadline} ms`,
                Features: [...new Set(featureNames(model.featureSchema))].join(', '),
              }}
            />
          </section>
          {health?.demo === true && (
            <section>
              <h3>Break it</h3>
              <FaultSwitch component={component} />
            </section>
          )}
        </>
      )}
    </article>
  )
}

function featureNames(schema: NonNullable<ComponentDocument['model']>['featureSchema']): readonly string[] {
  const { properties } = schema
  return isObject(properties) ? Object.keys(properties).map((name) => titleOf(schema, name)) : []
}
