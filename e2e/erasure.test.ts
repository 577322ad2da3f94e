import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backUp, openData } from '@holon/embedded'
import { allow, decision, defineSystem, expectedUtility, goal, model, probability, rate } from 'holon'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'

const folder = mkdtempSync(join(tmpdir(), 'holon-erasure-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const Context = z.object({
  disease: z.string().meta({ dataClass: 'sensitive' }),
  age: z.number().meta({ dataClass: 'personal' }),
  region: z.enum(['north', 'south']).meta({ dataClass: 'public' }),
})
const score = model('score', {
  does: 'scores',
  features: z.object({ age: z.number() }),
  predicts: probability(),
})
const advice = decision('advice', {
  does: 'advises',
  context: Context,
  example: { disease: 'none', age: 40, region: 'north' },
  model: score.from(({ age }: z.output<typeof Context>) => ({ age })),
  experiences: {
    nothing: { style: 'silent' },
    note: {
      style: 'annotate',
      right: 1,
      wrong: -1,
      parameters: z.object({ words: z.string() }),
      fill: ({ context }) => ({ words: `advice on ${context.disease}` }),
      text: ({ context }) => `about ${context.disease}`,
    },
  },
  policy: expectedUtility({ explore: 0.5 }),
  guardrails: [{ name: 'all may pass', promise: 'none', check: () => allow() }],
  fallback: 'nothing',
  feedback: { useful: { value: z.boolean() }, comment: { value: z.string() } },
  mistakes: [],
})
const useful = goal('useful', {
  layer: 'user',
  why: '',
  measure: rate(advice.feedback.useful.is(true)),
  atLeast: 0.5,
})
const clinic = defineSystem('clinic', { purpose: 'advise', people: [], decisions: [advice], goals: [useful] })

const predicts = { version: { name: 'score', version: '1', kind: 'function' }, predict: () => 0.9 }

/** Every file below a folder, with its bytes. */
function files(of: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(of, { recursive: true, encoding: 'utf8' })
    .map((name) => join(of, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => [path, readFileSync(path)] as const)
}

it('leaves no readable byte of an erased person in log, warehouse, keys, backup, while totals and others stay', async () => {
  const data = await openData(join(folder, 'data'))
  const holon = await data.open(clinic, { models: { score: predicts } })
  const ask = async (subject: string, disease: string) => {
    const { id } = await holon.decide('advice', { disease, age: 61, region: 'north' }, { subject })
    await holon.feedback(id, 'comment', `comment of ${disease}`)
    await holon.feedback(id, 'useful', true)
    return id
  }
  const gone = [
    await ask('erased-subject-4711', 'gone-disease'),
    await ask('erased-subject-4711', 'gone-disease'),
  ]
  const stays = await ask('staying-subject-4712', 'staying-disease')
  const before = await holon.goals()
  await backUp(data.folder, join(folder, 'backup-before'))
  const pseudonym = (await holon.record(gone[0] as string)).record.person as string

  expect(await holon.erase('erased-subject-4711')).toEqual({ erased: true })

  for (const id of gone) {
    const read = await holon.record(id)
    expect(read.private).toBeNull()
    expect(read.back.find((one) => one.name === 'comment')).not.toHaveProperty('value')
    await expect(holon.replay(id)).rejects.toMatchObject({ code: 'person-erased' })
  }
  expect((await holon.record(stays)).private?.context).toEqual({ disease: 'staying-disease', age: 61 })
  expect((await holon.replay(stays)).equal).toBe(true)
  expect(await holon.goals()).toEqual(before)
  const anew = await holon.decide(
    'advice',
    { disease: 'new', age: 1, region: 'south' },
    { subject: 'erased-subject-4711' },
  )
  expect((await holon.record(anew.id)).record.person).not.toBe(pseudonym)
  await backUp(data.folder, join(folder, 'backup-after'))
  await holon.close()
  await data.close()

  const all = files(folder)
  expect(all.length).toBeGreaterThan(5)
  for (const [path, bytes] of all) {
    for (const trace of ['erased-subject-4711', 'gone-disease', 'staying-subject-4712', 'staying-disease']) {
      expect(bytes.includes(trace), `${trace} in ${path}`).toBe(false)
    }
    const keys = path.includes('keys')
    if (keys) expect(bytes.includes(pseudonym), `the pseudonym in ${path}`).toBe(false)
  }
  expect(all.filter(([path]) => path.includes('backup')).some(([path]) => path.includes('keys'))).toBe(false)
})
