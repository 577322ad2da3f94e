import { IconCircleCheckFilled, IconCircleDashed, IconCircleXFilled } from '@tabler/icons-react'
import type { FairnessDefinitionName, FairnessStanding } from 'holon'

const icons = { holds: IconCircleCheckFilled, broken: IconCircleXFilled, inconclusive: IconCircleDashed }

const titles: Readonly<Record<FairnessDefinitionName, readonly [title: string, asks: string]>> = {
  'demographic-parity': ['Demographic parity', 'every group is treated well equally often'],
  'disparate-impact': ['Disparate impact', 'no group less than four fifths as often as another'],
  'equal-opportunity': ['Equal opportunity', 'the deserving of every group equally often'],
  'equalized-odds': ['Equalized odds', 'the deserving and the others of every group equally often'],
  calibration: ['Calibration within groups', 'a score means the same in every group'],
  'equal-waits': ['Equal waits', 'every group waits equally long'],
}

/** Whether a definition holds: by shape, word and colour, with the numbers it rests on. */
export function Standing({ standing: { definition, status, because } }: { standing: FairnessStanding }) {
  const Icon = icons[status]
  const [title, asks] = titles[definition]
  return (
    <li>
      <span className="fairness-status" data-status={status}>
        <Icon size={16} aria-hidden="true" />
        {status}
      </span>
      <div>
        <p>
          <b>{title}</b> <span className="quiet">{asks}</span>
        </p>
        <p className="small">{because}</p>
      </div>
    </li>
  )
}
