import { type Opened, phishingAddress } from './address.ts'
import type { BrowsingLife } from './web.ts'

/** Somebody who went on past a warning says that it was wrong; of some shops the owner does. */
export async function dispute(life: BrowsingLife, opened: Opened): Promise<void> {
  const { draw, decide, truth, environment } = life
  const own = !opened.phishing && draw('owner').chance(0.2)
  const said = own
    ? ({ claim: 'mine', text: 'This is my shop.' } as const)
    : ({ claim: 'harmless', text: '' } as const)
  const { id, experience } = await decide('report', { address: opened.address, ...said, met: 'warning' })
  if (experience !== 'queued') return
  truth(id, 'verdict', opened.phishing ? 'phishing' : 'harmless')
  environment.disputed.set(id, opened)
}

/** An attacker, of so many, says of a page of their own that it is harmless. */
export const lie =
  (attackers: number) =>
  async ({ draw, settings, decide, truth, environment }: BrowsingLife): Promise<void> => {
    const address = phishingAddress(draw('address'), settings)
    const claim = { address, claim: 'harmless', text: 'Nothing wrong here.', met: 'warning' } as const
    const subject = `attacker-${draw('who').whole(1, attackers)}`
    const { id, experience } = await decide('report', claim, { subject })
    if (experience !== 'queued') return
    truth(id, 'verdict', 'phishing')
    environment.disputed.set(id, { address, phishing: true })
  }

/** A shift of the reviewer, who finds out of each case what the page is. What real people reported is left to real reviewers. */
export async function review({
  settings,
  environment,
  queue,
  answerCase,
  wait,
  note,
}: BrowsingLife): Promise<void> {
  const cases = await queue('report')
  note('cases that wait', cases.length)
  for (const { id, about } of cases.slice(0, settings.reviews)) {
    const disputed = environment.disputed.get(about)
    if (disputed === undefined) continue
    await wait('10 minutes')
    environment.disputed.delete(about)
    await answerCase(id, disputed.phishing ? 'phishing' : 'harmless', 'simulated reviewer')
  }
}
