import { useState } from 'react'
import type { Answers } from '../../domain/questions/question.ts'
import type { Line, LinePart } from '../../domain/result.ts'
import { LineRow } from './line-row.tsx'
import { placeOfLine } from './question-of-line.ts'
import './lines.css'

const titles: Readonly<Record<LinePart, string>> = {
  income: 'Income',
  deductions: 'Deductions',
  tax: 'Tax',
  payments: 'Payments',
  'next year': 'For next year',
}
const totals: ReadonlyMap<string, 'sum' | 'last'> = new Map([
  ['total-income', 'sum'],
  ['adjusted-gross-income', 'sum'],
  ['taxable-income', 'sum'],
  ['total-tax', 'sum'],
  ['owed', 'last'],
  ['refund', 'last'],
])

/** The whole return line by line, in the parts it adds up in. */
export function Lines({ lines, answers }: { lines: readonly Line[]; answers: Answers }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const allOpen = lines.every(({ id }) => open.has(id))
  const toggle = (id: string) =>
    setOpen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  return (
    <section className="lines" aria-label="Your return line by line">
      <header className="lines-head">
        <h2>Line by line</h2>
        <button
          type="button"
          className="link"
          onClick={() => setOpen(new Set(allOpen ? [] : lines.map(({ id }) => id)))}
        >
          {allOpen ? 'Close every line' : 'Explain every line'}
        </button>
      </header>
      {Object.entries(Object.groupBy(lines, ({ part }) => part)).map(([part, own]) => (
        <section key={part} className="lines-part" aria-label={titles[part as LinePart]}>
          <h3>{titles[part as LinePart]}</h3>
          <ul>
            {own.map((line) => (
              <LineRow
                key={line.id}
                line={line}
                total={totals.get(line.id)}
                open={open.has(line.id)}
                onToggle={() => toggle(line.id)}
                place={placeOfLine(line.id, answers)}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
