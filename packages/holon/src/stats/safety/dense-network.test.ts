import { expect, test } from 'vitest'
import { type Activation, denseNetwork, isActivation } from './dense-network.ts'

test('layers follow one another', () => {
  const layers = [
    {
      weights: [
        [1, 2],
        [-1, 0],
      ],
      bias: [0, 0.5],
      activation: 'relu',
    },
    { weights: [[2, 3]], bias: [-1], activation: 'affine' },
  ] as const
  expect(denseNetwork(layers, [1, 1])).toEqual([5])
  expect(denseNetwork(layers, [-1, 0])).toEqual([3.5])
})

test.each([
  ['affine', -2, -2],
  ['relu', -2, 0],
  ['tanh', 0.5, Math.tanh(0.5)],
  ['sigmoid', 0, 0.5],
] as [Activation, number, number][])('%s of %d is %d', (activation, x, y) => {
  expect(denseNetwork([{ weights: [[1]], bias: [0], activation }], [x])).toEqual([y])
})

test('refuses layers that do not fit', () => {
  const layer = { weights: [[1, 2]], bias: [0], activation: 'affine' } as const
  expect(() => denseNetwork([layer, layer], [1, 2])).toThrow('layer 1 does not fit')
  expect(isActivation('swish')).toBe(false)
})
