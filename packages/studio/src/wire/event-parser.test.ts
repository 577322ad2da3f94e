import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EventParser } from './event-parser.ts'

function parse(...pieces: string[]): (readonly [string, string])[] {
  const events: (readonly [string, string])[] = []
  const parser = new EventParser((type, data) => events.push([type, data]))
  for (const piece of pieces) parser.push(piece)
  return events
}

const stream =
  'retry: 1000\n\n:\n\nevent: decision\ndata: {"a":1}\n\ndata: one\r\ndata:two\r\n\r\nevent: lost\n\ndata\n\n'
const events = [
  ['decision', '{"a":1}'],
  ['message', 'one\ntwo'],
  ['message', ''],
]

test('reads types, joined lines of data, comments and events without data', () => {
  expect(parse(stream)).toEqual(events)
})

test('reads the same however the text is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length)), (places) => {
      const cuts = [0, ...places.sort((a, b) => a - b), stream.length]
      const pieces = cuts.slice(1).map((end, index) => stream.slice(cuts[index], end))
      expect(parse(...pieces)).toEqual(events)
    }),
  )
})
