import { Button, NumberInput } from '@mantine/core'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/NumberInput.css'
import type { DecisionDocument } from 'holon'
import { useState } from 'react'
import {
  type Draft,
  drafted,
  utilitiesOf,
  utilityNames,
  utilityWords,
  withChange,
} from '../experience/utilities.ts'
import { useOnceResting } from '../form/use-once-resting.ts'
import { formatName } from '../format/json.ts'

/** How long a number has to rest before it goes into the address. */
const rest = 500

/** What experiences are worth, to be typed: the declared policy with other numbers. */
export function OtherNumbers(props: {
  decision: DecisionDocument
  numbers: Draft
  change: (numbers: Draft) => void
}) {
  const { decision, numbers, change } = props
  const present = utilitiesOf(decision.experiences)
  const [draft, setDraft] = useState(numbers)
  const tell = useOnceResting(change, rest)
  const shown = drafted(present, draft)
  const put = (next: Draft) => {
    setDraft(next)
    tell(next)
  }
  return (
    <div className="off-policy-numbers">
      {decision.experiences
        .filter(({ worth }) => worth === undefined)
        .map(({ name }) => (
          <fieldset key={name}>
            <legend>{formatName(name)}</legend>
            {utilityNames.map((utility) => (
              <NumberInput
                key={utility}
                size="xs"
                label={utilityWords[utility]}
                hideControls
                value={shown[name]?.[utility] ?? 0}
                data-changed={draft[name]?.[utility] !== undefined}
                onChange={(value) => {
                  if (typeof value === 'number') put(withChange(present, draft, name, utility, value))
                }}
              />
            ))}
          </fieldset>
        ))}
      {Object.keys(draft).length > 0 && <Button onClick={() => put({})}>As they are now</Button>}
    </div>
  )
}
