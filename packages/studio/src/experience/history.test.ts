import { expect, test } from 'vitest'
import { after, type Step, untouched } from './history.ts'

const change = (what: string, to: number): Step => ({ do: 'change', what, draft: { call: { wrong: to } } })
const all = (...steps: readonly Step[]) => steps.reduce(after, untouched)

test('all moves of one hold are one step back', () => {
  const moved = all(change('a', -1), change('a', -2), change('a', -3))
  expect(moved.draft).toEqual({ call: { wrong: -3 } })
  expect(after(moved, { do: 'undo' })).toEqual(untouched)
})

test('letting go, or moving something else, begins a new step', () => {
  const moved = all(change('a', -1), { do: 'let-go' }, change('a', -2), change('b', -3))
  const back = after(moved, { do: 'undo' })
  expect(back.draft).toEqual({ call: { wrong: -2 } })
  expect(after(back, { do: 'undo' }).draft).toEqual({ call: { wrong: -1 } })
  expect(after(moved, { do: 'clear' })).toEqual(untouched)
  expect(after(untouched, { do: 'undo' })).toEqual(untouched)
})
