import type { DecisionId } from 'holon'
import { trusting } from 'holon/world'
import type { Alarm, WearersLife } from './wearer.ts'

/** What only the world knows while the ladder is climbed. */
interface Hidden {
  readonly fell: boolean
  /** Needs nobody. */
  readonly harmless: boolean
}

const step = 10_000
/** So many steps of time are more than the whole ladder takes. */
const longest = 40

/**
 * The ladder from the wearer's question to the ambulance, as wearer and caretaker live it. Answers after how many minutes
 * somebody came; undefined where nobody did.
 */
export async function climb(life: WearersLife, seen: Alarm, hidden: Hidden): Promise<number | undefined> {
  if (seen.experience === 'nothing') return undefined
  if (seen.experience === 'ask' && (await answered(life, seen, hidden))) return undefined
  return others(life, hidden)
}

/** The wearer is asked. Answers whether they say that they are fine, which ends it. */
async function answered(life: WearersLife, { id }: Alarm, { fell, harmless }: Hidden): Promise<boolean> {
  const { draw, settings, exposure, feedback, wait } = life
  await exposure(id)
  await wait(draw('until answered').uniform(3_000, 20_000))
  const able = draw('able').chance(fell ? settings.conscious : settings.attentive)
  if (!able) return false
  if (harmless) await feedback(id, 'fine', true)
  else await feedback(id, 'needsHelp', true)
  return harmless
}

/** Caretaker and emergency service, as they are called. */
async function others(life: WearersLife, hidden: Hidden): Promise<number | undefined> {
  const { draw, story, wait, now, episode } = life
  const began = now()
  let isCalled = false
  for (let n = 0; n < longest; n++) {
    const standing = await episode(story)
    const met = (name: string) => standing?.steps.find(({ record }) => record.experience === name)?.record
    const emergency = met('emergency')
    if (emergency !== undefined) {
      await arrives(life, emergency.id as AlarmId, hidden)
      return (now() - began) / 60_000
    }
    const called = met('caretaker')
    if (called !== undefined && !isCalled) {
      isCalled = true
      if (await looks(life, called.id as AlarmId, hidden)) {
        await wait(draw('way').logNormal(8, 0.5) * 60_000)
        return hidden.harmless ? undefined : (now() - began) / 60_000
      }
    } else if (standing?.next === undefined) return undefined
    await wait(step)
  }
  return undefined
}

type AlarmId = DecisionId<'fall-alarm'>

/** The caretaker is called. Answers whether they looked in time; how soon depends on whether calls were true before. */
async function looks(life: WearersLife, id: AlarmId, { harmless }: Hidden): Promise<boolean> {
  const { person, draw, settings, truth, feedback, wait } = life
  truth(id, 'falseAlarm', harmless)
  const slowness = settings.looking / Math.max(0.1, person.belief)
  const seconds = draw('looks').logNormal(slowness, 0.9)
  if (person.alone || seconds > 110) return false
  await wait(1_000 * seconds)
  if (harmless) await feedback(id, 'falseAlarm', true)
  else await feedback(id, 'going', true)
  person.belief = trusting(person.belief, Number(!harmless), { up: 0.2, down: 0.25 })
  return true
}

/** An ambulance comes, needed or not. */
async function arrives(
  { draw, truth, feedback, wait, note }: WearersLife,
  id: AlarmId,
  { harmless }: Hidden,
) {
  truth(id, 'confirmed', !harmless)
  note('ambulances for nothing', Number(harmless))
  await wait(draw('ambulance').logNormal(10, 0.4) * 60_000)
  await feedback(id, 'confirmed', !harmless)
}
