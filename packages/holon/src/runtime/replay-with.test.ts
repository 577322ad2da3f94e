import { expect, it } from 'vitest'
import type { DecisionRecord } from '../spec/record.ts'
import { alarmSystem, saying } from './alarm.fixture.ts'
import { open } from './open.ts'
import { replayWith } from './replay-with.ts'

it('replays a record with nothing opened, and tells another model from the recorded one', async () => {
  const holon = await open(alarmSystem, { models: { scorer: saying(() => 0.9) } })
  const { id } = await holon.decide('alarm', { risk: 0.9, area: 'north' })
  const { record, private: secret } = await holon.record(id)
  const recorded = { open: record, private: secret } as DecisionRecord
  expect(await replayWith(alarmSystem, { scorer: saying(() => 0.9) }, recorded)).toMatchObject({
    equal: true,
  })
  expect(await replayWith(alarmSystem, { scorer: saying(() => 0.2) }, recorded)).toMatchObject({
    equal: false,
  })
})

it('refuses a decision the system does not have', async () => {
  const recorded = { open: { decision: 'other', snapshot: '' }, private: {} } as unknown as DecisionRecord
  await expect(replayWith(alarmSystem, {}, recorded)).rejects.toMatchObject({ code: 'name-unknown' })
})
