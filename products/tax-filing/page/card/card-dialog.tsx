import { CloseButton, Modal } from '@mantine/core'
import { useMemo } from 'react'
import card from '../../model/CARD.md?raw'
import { type Block, blocksOf } from './blocks.ts'
import { Text } from './text.tsx'
import './card-dialog.css'

/** The card of the model: what it is for, what it was trained on, how good it is, for whom it errs more. */
export function CardDialog({ onClose }: { onClose: () => void }) {
  const blocks = useMemo(() => blocksOf(card), [])
  return (
    <Modal.Root opened onClose={onClose} size="60rem" padding={0} radius="lg">
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body className="card">
          <CloseButton className="card-close" size="lg" aria-label="Close" onClick={onClose} />
          {blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a card never change their order.
            <Shown key={index} block={block} />
          ))}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Shown({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <Modal.Title>{block.text}</Modal.Title> : <h3>{block.text}</h3>
    case 'paragraph':
      return (
        <p>
          <Text>{block.text}</Text>
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <Text>{item}</Text>
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <Rows {...block} />
  }
}

function Rows({ head, rows }: Extract<Block, { kind: 'table' }>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="card-table" tabIndex={0} aria-label={head.join(', ')}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join()}>
              {row.map((cell, index) => (
                <td key={head[index]}>
                  <Text>{cell}</Text>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
