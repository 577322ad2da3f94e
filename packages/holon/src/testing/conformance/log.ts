import { memoryLog } from '../../memory/log.ts'
import type { Appending, DecisionLog, Random, Stored } from '../../spec/ports.ts'
import { seededRandom } from '../../stats/random/seeded.ts'
import { backEntry, decisionEntry, decisionId, eventEntry, randomEntries } from '../entries.ts'
import { codeOf, type Runner } from '../runner.ts'

/** A decision log to check. */
export interface LogSubject {
  readonly name: string
  /** Makes an empty store; the function it answers opens that store, again after each `close`. */
  store(): Promise<() => Promise<DecisionLog>>
  /** Why the store is gone after `close`, where it is: what survives is not checked then, for this reason. */
  readonly forgets?: string
}

/** What every decision log must do. */
export function decisionLogSuite({ describe, it, expect }: Runner, subject: LogSubject): void {
  async function withLog(use: (log: DecisionLog) => Promise<void>): Promise<void> {
    const log = await (await subject.store())()
    try {
      await use(log)
    } finally {
      await log.close()
    }
  }
  const check = (name: string, use: (log: DecisionLog) => Promise<void>) => it(name, () => withLog(use))
  const lasting = (name: string, body: () => Promise<void>) =>
    it(name, async (context) => (subject.forgets === undefined ? body() : context.skip(subject.forgets)))

  describe(`decision log: ${subject.name}`, () => {
    check('is empty at first', async (log) => {
      expect(await log.read(0, 10)).toEqual([])
      expect(await log.find('unknown')).toBe(undefined)
      expect(await log.latest('tax-filing', 10)).toEqual([])
      const { entries, last } = await log.size()
      expect([entries, last]).toEqual([0, 0])
    })

    check('answers an append with the positions, from 1, in order', async (log) => {
      const entries = numbered(3).map((entry) => ({ entry }))
      const receipts = await log.append(entries)
      expect(receipts).toEqual(entries.map(({ entry }, i) => ({ position: i + 1, entry, fresh: true })))
      expect((await log.append([{ entry: eventEntry() }]))[0]?.position).toBe(4)
      expect(await log.append([])).toEqual([])
      const { entries: count, last } = await log.size()
      expect([count, last]).toEqual([4, 4])
    })

    check('gives every caller its own receipts when many append at once', async (log) => {
      const entries = numbered(300)
      const receipts = await Promise.all(entries.map((entry) => log.append([{ entry }])))
      expect(receipts.map(([receipt]) => receipt?.entry)).toEqual(entries)
      expect(new Set(receipts.map(([receipt]) => receipt?.position)).size).toBe(300)
      const stored = await log.read(0, 1000)
      const byPosition = new Map(stored.map(({ position, entry }) => [position, entry]))
      expect(receipts.map(([receipt]) => byPosition.get(receipt?.position ?? 0))).toEqual(entries)
    })

    check('keeps the entries of one append together', async (log) => {
      const calls = Array.from({ length: 20 }, (_, call) => numbered(5, call * 5).map((entry) => ({ entry })))
      const receipts = await Promise.all(calls.map((call) => log.append(call)))
      for (const own of receipts) {
        const first = own[0]?.position ?? 0
        expect(own.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4].map((i) => first + i))
      }
    })

    check('stores an entry with a token once, and shows the first to every later one', async (log) => {
      const [first, second] = numbered(2)
      if (first === undefined || second === undefined) return
      const [fresh] = await log.append([{ entry: first, once: 'key-1' }])
      expect(fresh).toEqual({ position: 1, entry: first, fresh: true })
      const [again, other] = await log.append([{ entry: second, once: 'key-1' }, { entry: second }])
      expect(again).toEqual({ position: 1, entry: first, fresh: false })
      expect(other).toEqual({ position: 2, entry: second, fresh: true })
      expect((await log.size()).entries).toBe(2)
    })

    check('knows a token within one append and among appends at the same time', async (log) => {
      const [first, second] = numbered(2)
      if (first === undefined || second === undefined) return
      const within = await log.append([
        { entry: first, once: 'a' },
        { entry: second, once: 'a' },
      ])
      expect(within.map(({ position, fresh }) => [position, fresh])).toEqual([
        [1, true],
        [1, false],
      ])
      const tokens = ['b', 'c', 'b', 'a', 'c', 'd']
      const receipts = (
        await Promise.all(
          tokens.map((once, i) => log.append([{ entry: eventEntry({ name: `${i}` }), once }])),
        )
      ).flat()
      expect(receipts.map(({ fresh }) => fresh)).toEqual([true, true, false, false, false, true])
      expect(receipts[2]?.entry).toEqual(receipts[0]?.entry)
      expect(receipts[3]?.entry).toEqual(first)
      expect((await log.size()).entries).toBe(4)
    })

    check('reads after a position, oldest first, up to a limit', async (log) => {
      const entries = numbered(25)
      await log.append(entries.map((entry) => ({ entry })))
      expect(await log.read(0, 2)).toEqual(stored(entries, 1, 2))
      expect(await log.read(20, 100)).toEqual(stored(entries, 21, 25))
      expect(await log.read(25, 100)).toEqual([])
      expect(await log.read(3, 0)).toEqual([])
      expect((await log.read(0, Infinity)).length).toBe(25)
    })

    check('reads more than fits one page, without a gap', async (log) => {
      const entries = numbered(2500)
      await log.append(entries.map((entry) => ({ entry })))
      expect(await log.read(100, 2300)).toEqual(stored(entries, 101, 2400))
    })

    check('finds a decision with what came back, and what came back before it', async (log) => {
      const [mine, other] = numbered(2)
      if (mine === undefined || other === undefined) return
      const early = backEntry(mine.id, { kind: 'exposure', name: 'exposure' })
      const late = backEntry(mine.id, { kind: 'outcome', name: 'examined', value: false })
      await log.append([{ entry: early }, { entry: mine }, { entry: backEntry(other.id) }])
      await log.append([{ entry: other }, { entry: eventEntry() }, { entry: late }])
      expect(await log.find(mine.id)).toEqual({
        decision: mine,
        position: 2,
        back: [
          { position: 1, entry: early },
          { position: 6, entry: late },
        ],
      })
      expect(await log.find(mine.id.slice(0, -1))).toBe(undefined)
    })

    check('does not find what came back for a decision it does not have', async (log) => {
      await log.append([{ entry: backEntry('elsewhere') }])
      expect(await log.find('elsewhere')).toBe(undefined)
    })

    check('shows the latest decisions of one system, newest first, page by page', async (log) => {
      const entries = numbered(9).map((entry, i) => (i % 3 === 0 ? { ...entry, system: 'toaster' } : entry))
      await log.append(entries.map((entry) => ({ entry })))
      await log.append([{ entry: backEntry(entries[8]?.id ?? '') }, { entry: eventEntry() }])
      const positions = async (...ask: Parameters<DecisionLog['latest']>) =>
        (await log.latest(...ask)).map(({ position }) => position)
      expect(await positions('tax-filing', 3)).toEqual([9, 8, 6])
      expect(await positions('tax-filing', 10, 6)).toEqual([5, 3, 2])
      expect(await positions('toaster', 10)).toEqual([7, 4, 1])
      expect(await positions('toaster', 10, 1)).toEqual([])
      expect((await log.latest('toaster', 1))[0]?.entry).toEqual(entries[6])
    })

    check('gives back exactly what it was given', async (log) => {
      const odd = decisionEntry({
        context: {
          texts: ['', '"', '\\', '\n', '\u0000', '\u2028', 'é', '表', '🎧', 'a'.repeat(100_000)],
          numbers: [0, 1e-7, 0.1 + 0.2, 1 / 3, Number.MAX_VALUE, Number.MIN_VALUE, 2 ** 53, -5e-324],
          others: [null, true, false, {}, [], { '': { '': [] } }],
        },
      })
      await log.append([{ entry: odd, once: 'ключ 🔑 "\n' }])
      expect((await log.read(0, 1))[0]?.entry).toEqual(odd)
      expect((await log.find(odd.id))?.decision).toEqual(odd)
      expect((await log.append([{ entry: eventEntry(), once: 'ключ 🔑 "\n' }]))[0]?.entry).toEqual(odd)
    })

    check('does as the log in memory does, whatever is appended', async (log) => {
      const twin = memoryLog()
      const random = seededRandom(7)
      for (let round = 0; round < 12; round++) {
        const entries = randomEntries(random, 40)
        const calls = chopped(entries, random)
        const own = await Promise.all(calls.map((call) => log.append(call)))
        expect(own).toEqual(await Promise.all(calls.map((call) => twin.append(call))))
      }
      expect(await log.read(0, Infinity)).toEqual(await twin.read(0, Infinity))
      for (const { entry } of await twin.read(0, 200))
        if (entry.kind === 'decision') expect(await log.find(entry.id)).toEqual(await twin.find(entry.id))
      for (const system of ['tax-filing', 'toaster', 'Übersetzer 🎧'])
        expect(await log.latest(system, 50, 300)).toEqual(await twin.latest(system, 50, 300))
    })

    it('refuses everything once closed', async () => {
      const log = await (await subject.store())()
      await log.close()
      await log.close()
      expect(await codeOf(log.append([{ entry: eventEntry() }]))).toBe('log-unavailable')
      expect(await codeOf(log.read(0, 1))).toBe('log-unavailable')
      expect(await codeOf(log.find('x'))).toBe('log-unavailable')
      expect(await codeOf(log.latest('x', 1))).toBe('log-unavailable')
      expect(await codeOf(log.size())).toBe('log-unavailable')
    })

    lasting('settles what was appended before it closes, and has it when opened again', async () => {
      const open = await subject.store()
      const log = await open()
      const entries = numbered(50)
      const receipts = entries.map((entry, i) => log.append([{ entry, once: `key-${i}` }]))
      await log.close()
      await Promise.all(receipts)
      const again = await open()
      expect(await again.read(0, 100)).toEqual(stored(entries, 1, 50))
      expect(await again.append([{ entry: eventEntry(), once: 'key-7' }])).toEqual([
        { position: 8, entry: entries[7], fresh: false },
      ])
      expect((await again.append([{ entry: eventEntry() }]))[0]?.position).toBe(51)
      expect((await again.find(entries[49]?.id ?? ''))?.position).toBe(50)
      await again.close()
    })
  })
}

function numbered(count: number, from = 0) {
  return Array.from({ length: count }, (_, i) => {
    const at = Date.UTC(2025, 0, 1) + from + i
    return decisionEntry({ id: decisionId(at, from + i), at })
  })
}

function stored(entries: readonly Stored['entry'][], from: number, to: number): Stored[] {
  return entries.slice(from - 1, to).map((entry, i) => ({ position: from + i, entry }))
}

/** Entries as calls of one to six, a third of them with one of few tokens. */
function chopped(entries: readonly Stored['entry'][], random: Random): Appending[][] {
  const calls: Appending[][] = []
  for (let at = 0; at < entries.length; ) {
    const end = at + 1 + Math.floor(random.next() * 6)
    const call = entries.slice(at, end).map((entry) => {
      const token = Math.floor(random.next() * 150)
      return token < 50 ? { entry, once: `token-${token}` } : { entry }
    })
    calls.push(call)
    at = end
  }
  return calls
}
