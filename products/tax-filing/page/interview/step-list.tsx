import { IconCheck } from '@tabler/icons-react'
import type { SectionId } from '../../domain/questions/question.ts'
import { Link } from '../shell/link.tsx'
import type { Step } from './steps.ts'
import './step-list.css'

/** Where the person is in the interview, with a way to every part of it. */
export function StepList({ steps, current }: { steps: readonly Step[]; current: SectionId }) {
  const at = steps.findIndex(({ section }) => section.id === current)
  return (
    <nav className="steps" aria-label="Parts of the interview">
      <p className="steps-count">
        Part {at + 1} of {steps.length}
      </p>
      <progress className="steps-bar" value={at} max={steps.length} aria-label="Parts behind you" />
      <ol>
        {steps.map((step, index) => {
          const { section, open } = step
          const done = open === 0 && (step.begun || index < at)
          return (
            <li
              key={section.id}
              aria-current={index === at ? 'step' : undefined}
              data-done={done || undefined}
            >
              <Link to={{ view: 'interview', section: section.id }}>
                <span className="steps-mark" aria-hidden>
                  {done && index !== at ? <IconCheck size={16} stroke={3} /> : index + 1}
                </span>
                {section.title}
                <span className="unseen">{open > 0 ? `, ${open} to answer` : done ? ', complete' : ''}</span>
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
