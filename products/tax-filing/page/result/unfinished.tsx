import type { Answers } from '../../domain/questions/question.ts'
import { stepsOf } from '../interview/steps.ts'
import { Link } from '../shell/link.tsx'
import { PageTitle } from '../shell/page-title.tsx'

/** What is still to be answered before there is a result. */
export function Unfinished({ answers }: { answers: Answers }) {
  const open = stepsOf(answers).filter((step) => step.open > 0)
  return (
    <main className="narrow" id="main">
      <PageTitle>Almost there</PageTitle>
      <p>A few answers are missing before your return can be computed:</p>
      <ul className="unfinished">
        {open.map(({ section, open: count }) => (
          <li key={section.id}>
            <Link to={{ view: 'interview', section: section.id }}>{section.title}</Link>
            <span className="quiet"> {count === 1 ? 'one answer' : `${count} answers`}</span>
          </li>
        ))}
      </ul>
    </main>
  )
}
