import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openData } from '@holon/embedded'
import { vi } from 'vitest'
import { run } from '../run.ts'
import { lamps, models } from './lamps.fixture.ts'

const source = new URL('./lamps.fixture.ts', import.meta.url)

const config = `
  import { lamps, models } from '${source}'
  export const product = { system: lamps, source: new URL('${source}'), models }`

/** A folder in which the product was at work; commands run there as in a terminal. */
export class LampsAtWork {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
    writeFileSync(join(folder, 'holon.config.ts'), config)
    vi.spyOn(process, 'cwd').mockReturnValue(folder)
    vi.stubEnv('HOLON_DATA', join(folder, '.holon'))
  }

  /** In the hall it was dark 40 times, in the attic never, and each time somebody was asked; in the hall they answered. */
  static async start(): Promise<LampsAtWork> {
    const atWork = new LampsAtWork(mkdtempSync(join(tmpdir(), 'holon-lamps-')))
    const data = await openData()
    const holon = await data.open(lamps, { source, models })
    for (let n = 0; n < 40; n++) {
      const { id } = await holon.decide('light', { dusk: 0.9, room: 'hall' }, { subject: `${n}` })
      await holon.feedback(id, 'useful', true)
      await holon.decide('light', { dusk: 0.1, room: 'attic' }, { subject: `${n}` })
    }
    await holon.close()
    await data.close()
    return atWork
  }

  /** What a command writes to standard output and standard error, and its exit code. */
  async said(...words: readonly string[]) {
    const out: string[] = []
    const errors: string[] = []
    const spies = [
      vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(`${text}`) > 0),
      vi.spyOn(process.stderr, 'write').mockImplementation((text) => errors.push(`${text}`) > 0),
    ]
    const code = await run(words)
    for (const spy of spies) spy.mockRestore()
    return { code, out: out.join(''), errors: errors.join('') }
  }

  end(): void {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    rmSync(this.#folder, { recursive: true })
  }
}
