import { unknownName } from '../spec/unknown-name.ts'
import { type Moment, momentOf } from './arrivals.ts'
import type { AnyHappening, World } from './declaration.ts'
import type { Draw } from './draw.ts'
import { type Around, Living, type Someone } from './life.ts'

const day = 86_400_000

/** The stories of a world: lets happenings happen, to people who are drawn when they first appear. */
export class Stories {
  readonly #world: World
  readonly #people: number
  readonly #around: Around
  readonly #everybody: Someone[] = []
  /** Stories so far, by happening. */
  readonly #told = new Map<string, number>()
  #failure: { readonly error: unknown } | undefined

  constructor(world: World, people: number, around: Around) {
    this.#world = world
    this.#people = people
    this.#around = around
  }

  /** @throws whatever a story threw */
  check(): void {
    if (this.#failure !== undefined) throw this.#failure.error
  }

  /** Lets a happening happen from now on; the returned function ends it. @throws HolonError `name-unknown` */
  begin(name: string): () => void {
    const happening = this.#world.happenings[name]
    if (happening === undefined) throw unknownName('happening', name, Object.keys(this.#world.happenings))
    const { time, chance } = this.#around
    const draw = chance.draw(`arrivals of ${name}`)
    const whom = chance.draw(`people of ${name}`)
    let cancel: () => void = () => undefined
    const arrange = (after: number) => {
      const at = happening.arrivals.next(after, this.#momentAt, draw)
      cancel =
        at === undefined
          ? time.arrange(after + day, () => arrange(after + day))
          : time.arrange(at, () => {
              arrange(at)
              return this.#happen(name, happening, whom)
            })
    }
    arrange(time.start + time.monotonic())
    return () => cancel()
  }

  async #happen(name: string, happening: AnyHappening, whom: Draw): Promise<void> {
    const { who = 'anyone' } = happening
    if (who === 'everyone') {
      for (let number = 1; number <= this.#people; number++) await this.#tell(name, happening, number)
    } else {
      const number = who === 'nobody' ? 0 : whom.whole(1, this.#people)
      await this.#tell(name, happening, number)
    }
  }

  /** Begins a story; resolves once it waits or has ended. */
  async #tell(name: string, happening: AnyHappening, number: number): Promise<void> {
    const place = this.#told.get(name) ?? 0
    this.#told.set(name, place + 1)
    const life = new Living(this.#around, `${name} ${place}`, this.#someone(number))
    await life.turn(() => {
      const story = async () => happening.story(life as never)
      story().then(
        () => life.ended(),
        (error: unknown) => {
          this.#failure ??= { error }
          life.ended()
        },
      )
    })
  }

  #someone(number: number): Someone {
    const known = this.#everybody[number]
    if (known !== undefined) return known
    const { chance, conditions } = this.#around
    const someone: Someone = {
      number,
      subject: `simulated-${number}`,
      person: this.#world.person(chance.draw(`person ${number}`), conditions.settings, number),
    }
    this.#everybody[number] = someone
    return someone
  }

  readonly #momentAt = (at: number): Moment => {
    const { time, conditions } = this.#around
    const { settings, traffic } = conditions
    return momentOf(at, { start: time.start, settings, people: this.#people, traffic })
  }
}
