import type { Random } from '../spec/ports.ts'
import { one } from './draw/pick.ts'
import type { Ending } from './ending.ts'
import type { Story } from './story.ts'

/** Stories worth varying: the closest to breaking each invariant, and those that showed something new. */
export class Search {
  readonly #closest = new Map<string, { readonly margin: number; readonly story: Story }>()
  readonly #seen = new Set<string>()
  readonly #news: Story[] = []

  /** Takes note of how a story ended. */
  learn(story: Story, { looked, ways }: Ending): void {
    for (const [name, { margin, step }] of Object.entries(looked)) {
      if (isTold(margin) && margin < (this.#closest.get(name)?.margin ?? Number.POSITIVE_INFINITY)) {
        this.#closest.set(name, { margin, story: { ...story, steps: story.steps.slice(0, step + 1) } })
      }
    }
    const news = [...ways].filter((way) => !this.#seen.has(way))
    if (news.length === 0) return
    for (const way of news) this.#seen.add(way)
    this.#news.push(story)
    if (this.#news.length > kept) this.#news.shift()
  }

  /** One that ended where it came closest to breaking something; undefined while there is none. */
  closest(random: Random): Story | undefined {
    const stories = [...this.#closest.values()].map(({ story }) => story)
    return stories.length === 0 ? undefined : one(stories, random)
  }

  /** One that showed something new; undefined at the beginning. */
  news(random: Random): Story | undefined {
    return this.#news.length === 0 ? undefined : one(this.#news, random)
  }
}

const kept = 200

/** An invariant that only says yes or no gives nothing to climb; one that is broken is climbed. */
const isTold = (margin: number): boolean => margin >= 0 && Number.isFinite(margin)
