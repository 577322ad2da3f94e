import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { blocksOf } from './blocks.ts'

it('tells headings, lists, tables and paragraphs apart', () => {
  const text =
    '# Card\n\nSays **much**,\non two lines.\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n| 1 |  |\n'
  expect(blocksOf(text)).toEqual([
    { kind: 'heading', level: 1, text: 'Card' },
    { kind: 'paragraph', text: 'Says **much**, on two lines.' },
    { kind: 'list', items: ['one', 'two'] },
    { kind: 'table', head: ['a', 'b'], rows: [['1', '']] },
  ])
})

it('reads the card of the model to the last cell', () => {
  const card = readFileSync(new URL('../../model/CARD.md', import.meta.url), 'utf8')
  const blocks = blocksOf(card)
  const tables = blocks.filter((block) => block.kind === 'table')
  expect(tables.length).toBeGreaterThan(3)
  for (const { head, rows } of tables) for (const row of rows) expect(row).toHaveLength(head.length)
  const left = blocks.filter((block) => block.kind === 'paragraph' && /^[#|-]/.test(block.text))
  expect(left).toEqual([])
})
