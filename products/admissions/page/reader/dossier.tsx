import type { Application } from '../../domain/application.ts'
import { factsOf } from '../files/facts.ts'

/** What is in a file, and who vouches for it. */
export function Dossier({ file }: { file: Application }) {
  return (
    <section className="sheet dossier" aria-label="What is in the file">
      <dl>
        {factsOf(file).map(({ name, value, of, from, share }) => (
          <div key={name} className="fact">
            <dt>
              {name} <span className="small">{from}</span>
            </dt>
            <dd>
              <span className="value">{value}</span> <span className="small">{of}</span>
              <span className="scale" aria-hidden>
                <span style={{ width: `${Math.round(100 * share)}%` }} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="small">
        The office has taken out what says who somebody is. Name, sex, age, origin and family are in no file.
      </p>
    </section>
  )
}
