import type { Model } from 'holon'
import type { ProgramFault } from '../../control/controller.ts'
import type { EyeFault } from '../../hardware/sensors.ts'

/** How the model can be broken. */
type ModelFault = 'twenty minutes' | 'no number' | 'oscillating' | 'stuck' | 'hangs'

/** One way to break the toaster: a part, and how. */
export type Sabotage =
  | { readonly part: 'nothing' }
  | { readonly part: 'model'; readonly how: ModelFault }
  | { readonly part: 'program'; readonly how: ProgramFault }
  | { readonly part: 'eye'; readonly how: EyeFault }
  | { readonly part: 'relay'; readonly how: 'welded' }

/** A sabotage and its words. */
export interface Choice {
  readonly name: string
  readonly sabotage: Sabotage
  readonly title: string
  readonly words: string
}

/** What a person can break, from the cleverest part to the simplest. */
export const choices: readonly Choice[] = [
  {
    name: 'nothing',
    sabotage: { part: 'nothing' },
    title: 'Nothing',
    words: 'The toaster as it is sold.',
  },
  {
    name: 'twenty',
    sabotage: { part: 'model', how: 'twenty minutes' },
    title: 'Model: always 20 minutes',
    words: 'It says 1,200 seconds for every slice.',
  },
  {
    name: 'nan',
    sabotage: { part: 'model', how: 'no number' },
    title: 'Model: NaN',
    words: 'It answers, but with no number.',
  },
  {
    name: 'oscillating',
    sabotage: { part: 'model', how: 'oscillating' },
    title: 'Model: oscillating',
    words: 'Twenty minutes, then two seconds, then twenty minutes.',
  },
  {
    name: 'stuck',
    sabotage: { part: 'model', how: 'stuck' },
    title: 'Model: stuck',
    words: 'It says 190 seconds, whatever the bread.',
  },
  {
    name: 'hangs',
    sabotage: { part: 'model', how: 'hangs' },
    title: 'Model: hangs',
    words: 'It never answers.',
  },
  {
    name: 'full-power',
    sabotage: { part: 'program', how: 'full power' },
    title: 'Program: full power for ever',
    words: 'The control program ignores what was decided.',
  },
  {
    name: 'program-hangs',
    sabotage: { part: 'program', how: 'hangs' },
    title: 'Program: hangs',
    words: 'The heater is on, and the program says nothing any more.',
  },
  {
    name: 'eye-stuck',
    sabotage: { part: 'eye', how: 'stuck' },
    title: 'Eye: stuck',
    words: 'The sensor repeats its last reading.',
  },
  {
    name: 'eye-dead',
    sabotage: { part: 'eye', how: 'dead' },
    title: 'Eye: dead',
    words: 'The sensor says nothing.',
  },
  {
    name: 'eye-cold',
    sabotage: { part: 'eye', how: 'cold' },
    title: 'Eye: blind to heat',
    words: 'The sensor says 24 °C, however hot it gets.',
  },
  {
    name: 'relay',
    sabotage: { part: 'relay', how: 'welded' },
    title: 'Relay: welded shut',
    words: 'The switch itself is broken: no software can turn the heater off.',
  },
]

/** A model that is broken in a way; what it says, `oscillating` aside, does not depend on anything. */
export function brokenModel(how: ModelFault | 'unplugged'): Model {
  let calls = 0
  return {
    version: { name: 'toasting-time', version: `sabotaged: ${how}`, kind: 'function' },
    predict: () => {
      calls++
      if (how === 'twenty minutes') return 1_200
      if (how === 'oscillating') return calls % 2 === 1 ? 1_200 : 2
      if (how === 'stuck') return 190
      return how === 'hangs' ? new Promise(() => undefined) : Number.NaN
    },
  }
}
