import { encodeGraph, plainNode } from './graph.fixture.ts'

/** One feature as a matrix of a thousand rows multiplied by itself: a small file that runs for tens of milliseconds. */
export const longGraph = encodeGraph({
  nodes: [
    plainNode('Expand', ['x', 'size'], ['m0']),
    ...Array.from({ length: 4 }, (_, i) => plainNode('MatMul', [`m${i}`, `m${i}`], [`m${i + 1}`])),
    plainNode('ReduceMax', ['m4'], ['y'], [{ name: 'keepdims', type: 2, i: 0 }]),
  ],
  inputs: [['x', 1, 1, 1]],
  outputs: [['y', 1]],
  constants: [{ name: 'size', dims: [2], dataType: 7, int64Data: [1000, 1000] }],
})
