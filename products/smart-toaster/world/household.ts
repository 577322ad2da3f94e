import type { AnswerOf } from 'holon'
import type { Draw, Life } from 'holon/world'
import type { Judged } from '../domain/taste.ts'
import { anyEater, type Eater } from '../model/eater.ts'
import type { smartToaster } from '../system.ts'
import type { settings } from './settings.ts'

/** Someone with a toaster, and what it remembers of their verdicts. */
export interface Household {
  readonly eater: Eater
  readonly judged: Judged[]
  /** By how much darker than the words say they like it, CIELAB units. */
  shift: number
  /** From 0 to 1. */
  trust: number
  /** How warm the case was when the last toast was over, in C, and when that was. */
  warm: { readonly wall: number; readonly at: number }
  /** The toaster is in use just now. */
  busy: boolean
  /** The toaster is in a cupboard. */
  away: boolean
}

/** A story in the world of the toaster. */
export type ToastLife = Life<typeof smartToaster, Household, undefined, typeof settings>

/** What the toaster is about to do. */
export type Plan = AnswerOf<typeof smartToaster, 'toast'>

/** Draws somebody. */
export function householdOf(draw: Draw): Household {
  const eater = anyEater(draw)
  const warm = { wall: 21, at: 0 }
  return { eater, judged: [], shift: eater.shift, trust: draw.beta(6, 2), warm, busy: false, away: false }
}
