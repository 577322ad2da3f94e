import {
  IconArrowDownRight,
  IconArrowsDiff,
  IconArrowUpRight,
  IconEqual,
  IconQuestionMark,
} from '@tabler/icons-react'
import './verdict.css'

const icons = {
  better: IconArrowUpRight,
  worse: IconArrowDownRight,
  mixed: IconArrowsDiff,
  'no difference seen': IconEqual,
  'cannot say': IconQuestionMark,
}

/** What can be said about a change: by shape, word and colour. */
export function Verdict({ verdict }: { verdict: keyof typeof icons }) {
  const Icon = icons[verdict]
  return (
    <span className="verdict" data-verdict={verdict}>
      <Icon size={16} aria-hidden="true" />
      {verdict}
    </span>
  )
}
