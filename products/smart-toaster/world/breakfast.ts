import { answers, trusting } from 'holon/world'
import { darkening } from '../domain/shade.ts'
import type { Look } from '../hardware/toaster.ts'
import { verdictOn } from '../model/eater.ts'
import { startOf } from '../model/toasts.ts'
import { heated, toasterWith } from './heating.ts'
import type { Plan, ToastLife } from './household.ts'

/** So many verdicts are remembered. */
const remembered = 20
/** So many slices a breakfast at most. */
const most = 4

/** A slice, or a few: measured, decided, heated, eaten or not, judged or not. */
export async function breakfast(life: ToastLife): Promise<void> {
  const { person, draw, settings, wait } = life
  person.away &&= !draw('comes out').chance(settings.comesOut / settings.slices)
  if (person.away || person.busy) return
  person.busy = true
  const toasts = await toast(life)
  for (let slices = 1; slices < most && draw('another').chance(settings.another); slices++) {
    await wait(draw('pause').exponential(40_000))
    toasts.push(...(await toast(life)))
  }
  person.busy = false
  await wait('5 minutes')
  for (const { plan, look } of toasts) if (look !== undefined) await eaten(life, plan, look)
  await month(
    life,
    toasts.map(({ plan }) => plan),
  )
}

/** A slice that was put in, and how it came out; nothing where it had to wait. */
interface Toasted {
  readonly plan: Plan
  readonly look?: Look
}

/** One slice. Where the toaster is too hot some wait as told, and others have bread. */
async function toast(life: ToastLife): Promise<Toasted[]> {
  const { person, draw, settings, decide, wait, exposure } = life
  const toaster = toasterWith(life)
  const measured = startOf(toaster, person.eater.loaf.bread)
  const mass = Math.min(200, measured.mass * settings.scale)
  const moisture = Math.min(1, Math.max(0, measured.moisture))
  const known = { ...measured, mass, moisture, shade: person.eater.shade, judged: person.judged }
  const plan = await decide('toast', known)
  await exposure(plan.id)
  if (plan.experience !== 'wait') {
    const { seconds } = plan.parameters
    return [{ plan, look: await heated(life, toaster, { seconds, power: measured.power }) }]
  }
  life.note('waited', plan.parameters.seconds)
  if (!draw('patience').chance(0.6)) return [{ plan }]
  await wait(1_000 * plan.parameters.seconds)
  return [{ plan }, ...(await toast(life))]
}

/** What came out: seen by the eye of the toaster, eaten or thrown away, judged only if it is eaten. */
async function eaten(life: ToastLife, plan: Plan, look: Look): Promise<void> {
  const { person, draw, settings } = life
  const { shade } = person.eater
  const off = look.darkening - (darkening[shade] + person.shift + settings.fashion)
  const binned = off > settings.inedible && draw('bin').chance(0.7)
  life.note('units off', Math.abs(off))
  await measured(life, plan, look, binned)
  const verdict = verdictOn(off, draw('verdict'))
  life.truth(plan.id, 'verdict', verdict)
  const willing = { usually: settings.willing, angry: settings.angry }
  // What is thrown away is not judged: that is the loop.
  if (!binned && answers(willing, { content: verdict === 'right' ? 1 : 0 }, draw('judges'))) {
    await life.feedback(plan.id, 'verdict', verdict)
    if (plan.experience === 'toast') person.judged.push({ aimed: plan.parameters.aimed, verdict })
    if (person.judged.length > remembered) person.judged.shift()
  }
  person.shift += settings.adapts * off
  await trust(life, plan, verdict === 'right' ? 1 : binned ? 0 : 0.4)
}

/** What the toaster knows without asking anybody. */
async function measured({ person, truth, feedback }: ToastLife, plan: Plan, look: Look, binned: boolean) {
  const { id, parameters } = plan
  const aimed = darkening[person.eater.shade] + parameters.aimed
  const missed = Math.min(66, Math.abs(look.darkening - aimed))
  const seen = { thrownAway: binned, smokeAlarm: look.alarm, wattHours: look.energy / 3_600, missed }
  for (const name of ['thrownAway', 'smokeAlarm'] as const) {
    truth(id, name, seen[name])
    await feedback(id, name, seen[name])
  }
  for (const name of ['wattHours', 'missed'] as const) {
    truth(id, name, seen[name])
    await feedback(id, name, seen[name])
  }
}

/** A good toast is soon forgotten, a bad one is not. */
async function trust(
  { person, draw, settings, truth, feedback, note }: ToastLife,
  { id }: Plan,
  good: number,
) {
  person.trust = trusting(person.trust, good, { up: 0.15, down: 0.25 })
  const stars = Math.max(1, Math.min(5, Math.round(1 + 4.4 * person.trust)))
  truth(id, 'trust', stars)
  if (draw('asked').chance(settings.asked)) await feedback(id, 'trust', stars)
  person.away = draw('cupboard').chance(settings.cupboard * (1 - person.trust) ** 3)
  note('put away', Number(person.away))
}

/** Most of a month later: is it still in use? One in a cupboard says nothing. */
async function month({ person, wait, truth, feedback }: ToastLife, plans: readonly Plan[]): Promise<void> {
  await wait('25 days')
  for (const { id } of plans) {
    truth(id, 'returned', !person.away)
    if (!person.away) await feedback(id, 'returned', true)
  }
}
