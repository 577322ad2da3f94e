import { expect, it } from 'vitest'
import { watchEye } from './watch.ts'

it('tells how long an eye is silent, and keeps its last reading meanwhile', () => {
  const see = watchEye()
  see(80, 0.02)
  expect(see(null, 0.02)).toEqual({ surface: 80, silent: 0.02, still: 0, jump: 0 })
  expect(see(Number.NaN, 0.3)).toMatchObject({ surface: 80, silent: 0.32 })
  expect(see(81, 0.02)).toEqual({ surface: 81, silent: 0, still: 0, jump: 1 })
})

it('takes what no eye can see for no reading', () => {
  const see = watchEye()
  see(21, 0.02)
  for (const nonsense of [-99, 601, Infinity]) expect(see(nonsense, 0.02).surface).toBe(21)
  expect(see(-99, 0.44).silent).toBe(0.5)
})

it('tells how long an eye stands still, and how far it jumps', () => {
  const see = watchEye()
  for (let i = 0; i < 10; i++) see(80, 0.5)
  expect(see(80, 0.5).still).toBe(5)
  expect(see(10, 0.02)).toEqual({ surface: 10, silent: 0, still: 0, jump: 70 })
})
