import { useEffect, useRef, useState } from 'react'
import type { Reading } from '../../domain/reading.ts'
import type { Noticed, Source } from '../../noticed.ts'
import { wearer } from '../wearer.ts'
import { type Refusal, watchPhone } from './phone.ts'
import { play } from './play.ts'
import { type Picture, Stream } from './stream.ts'

/** What is being watched, and how to watch something else. */
export interface Watching {
  /** What plays or is watched, in words. */
  readonly what: string | undefined
  readonly picture: Picture
  readonly refusal: Refusal | undefined
  play(what: string, readings: readonly Reading[], source: Source): void
  phone(): Promise<void>
  stop(): void
}

const nothing: Picture = { bars: [], cost: undefined }

/** Watches one source of readings at a time. */
export function useStream(onNoticed: (noticed: Noticed) => void): Watching {
  const [what, setWhat] = useState<string>()
  const [picture, setPicture] = useState(nothing)
  const [refusal, setRefusal] = useState<Refusal>()
  const heard = useRef(onNoticed)
  heard.current = onNoticed
  const halt = useRef<() => void>(() => undefined)

  const stop = () => {
    halt.current()
    halt.current = () => undefined
    setWhat(undefined)
  }
  const begin = (name: string, source: Source) => {
    stop()
    setRefusal(undefined)
    setWhat(name)
    const stream = new Stream(
      () => ({ name: wearer().name, source }),
      (noticed) => heard.current(noticed),
    )
    return (readings: readonly Reading[], anew?: boolean) => {
      stream.push(readings, anew)
      setPicture(stream.picture())
    }
  }
  useEffect(() => () => halt.current(), [])

  return {
    what,
    picture,
    refusal,
    stop,
    play: (name, readings, source) => {
      halt.current = play(readings, begin(name, source), () => setWhat(undefined))
    },
    phone: async () => {
      const push = begin('The motion of this device', 'phone')
      // A permission may be asked for: somebody may stop meanwhile, or watch something else.
      let isWanted = true
      halt.current = () => {
        isWanted = false
      }
      const started = await watchPhone(push, () => {
        setWhat(undefined)
        setRefusal('silent')
      })
      if (typeof started === 'function') {
        if (isWanted) halt.current = started
        else started()
      } else if (isWanted) {
        setWhat(undefined)
        setRefusal(started)
      }
    },
  }
}
