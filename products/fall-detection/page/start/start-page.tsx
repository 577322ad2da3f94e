import card from '../../model/fall.card.json' with { type: 'json' }
import { patience } from '../../patience.ts'
import { Link } from '../shell/link.tsx'
import { Clock } from '../watch/clock.tsx'
import '../watch/face.css'
import './start-page.css'

const percent = ({ hits, of }: { hits: number; of: number }) => `${Math.round((hits / of) * 1000) / 10} %`

/** What it is, how it goes, and what it does not do. */
export function StartPage() {
  const { sensitivity, specificity } = card.fromStakes
  return (
    <div className="start-page">
      <div className="watch" aria-hidden="true">
        <div className="disc" data-state="rest">
          <Clock />
          <p>All is well</p>
        </div>
      </div>
      <div className="opening">
        <h1>A watch that asks before it calls</h1>
        <p>
          It notices a fall by the motion of the wrist, asks if all is well, and calls the caretaker when
          there is no answer. Silence is never taken for a yes.
        </p>
        <nav aria-label="Both sides">
          <Link to="watch" className="big good">
            Open the watch
          </Link>
          <Link to="caretaker" className="big">
            Open the caretaker’s page
          </Link>
        </nav>
        <p className="quiet">Open both in two windows, or on two devices, and let the watch fall.</p>
      </div>
      <ol className="ladder">
        <li>
          <h2>The wearer is asked</h2>
          <p>{patience.wearer} seconds to press “I am fine”. “I need help” goes on at once.</p>
        </li>
        <li>
          <h2>The caretaker is called</h2>
          <p>
            With what the wrist felt, in words. {patience.caretaker} minutes to answer “I am going”, “False
            alarm” or “Call emergency”.
          </p>
        </li>
        <li>
          <h2>The emergency service is called</h2>
          <p>Only when both are silent, or somebody asks for it. This demonstration calls nobody.</p>
        </li>
      </ol>
      <section className="honest">
        <h2>What to expect of it</h2>
        <ul>
          <li>
            Of {sensitivity.of} falls on purpose by people it had not seen it noticed {sensitivity.hits} (
            {percent(sensitivity)}), and it left {percent(specificity)} of everyday trials alone.
          </li>
          <li>
            Young volunteers fell for these figures. Older people fall otherwise, and it will miss more of it.
          </li>
          <li>
            A watch that is dropped feels like a fall to it. It sees no slow sinking to the floor, no faint in
            a chair, and nothing while it lies on the table.
          </li>
          <li>Do not take a stair that you would not take without it. It is no medical device.</li>
        </ul>
      </section>
      <section className="honest">
        <h2>What leaves the wrist</h2>
        <p>
          Not the readings. Only a strong movement, as seventeen numbers and fifty bars, goes to the server of
          this program, sealed under a key of the wearer that can be thrown away.
        </p>
      </section>
    </div>
  )
}
