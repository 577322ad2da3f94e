import { answers, faded, stirred } from 'holon/world'
import { calling } from '../noticing.ts'
import { climb } from './climb.ts'
import { type Movement, movementOf } from './movement.ts'
import type { Alarm, WearersLife } from './wearer.ts'

const day = 86_400_000
/** In which half of an annoyance is forgotten. */
const forgetting = 10 * day

/** A strong movement: felt by the watch, if it is worn; asked about, or not; helped, or not. */
export async function move(life: WearersLife): Promise<void> {
  const { person, draw, settings, decide, story, note } = life
  const falls = Math.min(0.9, settings.falls * person.frailty)
  const movement = movementOf(
    draw('movement'),
    { ...settings, falls, gain: settings.gain * person.fit },
    nameOf(life),
  )
  const { fell, noticed } = movement
  if (fell) note('falls with the watch in a drawer', Number(!person.worn))
  if (!isWorn(life) || noticed === undefined) return
  const seen = await decide('fall-alarm', noticed, { episode: story, truth: fell })
  const harmless = !fell || draw('harmless').chance(settings.harmless)
  life.truth(seen.id, 'fellReally', fell)
  if (harmless) life.truth(seen.id, 'fine', true)
  const minutes = await climb(life, seen, { fell, harmless })
  if (fell) await helped(life, seen, minutes)
  await sayHowItWas(life, seen, movement)
  await month(life, seen)
}

/** Somebody calls for help by the button: they feel ill, and mean it, mostly. */
export async function call(life: WearersLife): Promise<void> {
  const { person, draw, decide, story } = life
  if (!person.worn) return
  const ill = draw('ill').chance(0.8)
  const seen = await decide('fall-alarm', calling(nameOf(life), 'world'), { episode: story, truth: false })
  life.truth(seen.id, 'fellReally', false)
  if (!ill) life.truth(seen.id, 'fine', true)
  await climb(life, seen, { fell: ill, harmless: !ill })
}

const nameOf = ({ number }: WearersLife): string => `Simulated wearer ${number}`

/** Whether the watch is worn; who took it off may put it on again. */
function isWorn({ person, draw, settings }: WearersLife): boolean {
  person.worn ||= draw('wears again').chance(settings.wearingAgain / settings.movements)
  return person.worn
}

/** After a fall: who came, and when. Whom nobody helps is found by chance, hours later, which no watch hears of. */
async function helped(life: WearersLife, { id }: Alarm, minutes: number | undefined): Promise<void> {
  const { draw, truth, feedback, wait, note } = life
  const found = minutes ?? Math.min(1_440, draw('found').exponential(300))
  truth(id, 'helped', minutes !== undefined)
  truth(id, 'minutes', found)
  note('minutes on the floor', found)
  await wait('2 hours')
  if (minutes === undefined) return
  await feedback(id, 'helped', true)
  await feedback(id, 'minutes', minutes)
}

/** What they say in the evening. Whom a question interrupted for nothing it annoys, and some take the watch off. */
async function sayHowItWas(life: WearersLife, { id, experience }: Alarm, { fell }: Movement): Promise<void> {
  const { person, draw, settings, now, truth, feedback, wait, note } = life
  await wait(draw('evening').uniform(1, 10) * 3_600_000)
  if (draw('told').chance(settings.told)) await feedback(id, 'fellReally', fell)
  if (experience !== 'ask') return
  if (!fell) person.annoyance = stirred(person.annoyance, now(), forgetting, 0.2)
  const annoyed = faded(person.annoyance, now(), forgetting)
  const bother = fell ? 2 : Math.round(1.5 - 3.5 * annoyed + draw('bother').normal(0, 0.5))
  const said = Math.max(-2, Math.min(2, bother))
  truth(id, 'bother', said)
  const willing = { usually: settings.willing, angry: settings.angry }
  if (answers(willing, { content: (said + 2) / 4 }, draw('says'))) await feedback(id, 'bother', said)
  const off = !fell && draw('takes off').chance(settings.takingOff * annoyed ** 2)
  if (off) person.worn = false
  note('taken off', Number(off))
}

/** Most of a month later: is it still worn? A watch in a drawer says so by its silence. */
async function month({ person, wait, truth, feedback }: WearersLife, { id }: Alarm): Promise<void> {
  await wait('28 days')
  truth(id, 'worn', person.worn)
  await feedback(id, 'worn', person.worn)
}
