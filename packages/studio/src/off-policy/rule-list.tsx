import { IconAlertTriangleFilled, IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react'
import type { KnowledgeVerdict, PolicyEvaluation } from 'holon'
import { formatTitle } from '../format/json.ts'

const icons: Readonly<Record<KnowledgeVerdict, typeof IconCircleXFilled>> = {
  known: IconCircleCheckFilled,
  weak: IconAlertTriangleFilled,
  refused: IconCircleXFilled,
}

const words: Readonly<Record<KnowledgeVerdict, string>> = {
  known: 'holds',
  weak: 'warns',
  refused: 'refuses',
}

/** Every rule with its numbers: by shape, word and colour. None looks at what the estimate is. */
export function RuleList({ rules }: { rules: PolicyEvaluation['rules'] }) {
  return (
    <ul className="off-policy-rules">
      {rules.map(({ rule, verdict, words: said }) => {
        const Icon = icons[verdict]
        return (
          <li key={rule}>
            <span className="off-policy-mark" data-verdict={verdict}>
              <Icon size={15} aria-hidden="true" />
              {words[verdict]}
            </span>
            <p>
              <b>{formatTitle(rule)}.</b> {said.replaceAll('`', '')}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
