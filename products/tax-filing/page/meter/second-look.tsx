import type { SectionId } from '../../domain/questions/question.ts'
import type { Oddity } from '../../domain/stands-out.ts'
import { Link } from '../shell/link.tsx'
import './second-look.css'

/** A line worth a second look, and the question where it was answered, if there is one. */
export interface Look {
  readonly text: string
  readonly place?: { readonly section: SectionId; readonly question: Oddity['question'] } | undefined
}

/** Lines worth a second look, each with the way to its question. */
export function SecondLook({ looks }: { looks: readonly Look[] }) {
  return (
    <ul className="looks">
      {looks.map(({ text, place }) => (
        <li key={text}>
          <span>{text}</span>
          {place !== undefined && (
            <Link to={{ view: 'interview', ...place }}>
              Check this answer<span className="unseen">: {text}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
