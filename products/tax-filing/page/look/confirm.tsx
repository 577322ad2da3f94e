import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import './confirm.css'

/** Asks before something is done that cannot be undone. */
export function Confirm(props: {
  title: string
  children: ReactNode
  yes: string
  no: string
  onYes: () => void
  onClose: () => void
}) {
  const { title, children, yes, no, onYes, onClose } = props
  return (
    <Modal.Root opened onClose={onClose} centered padding="xl" radius="lg">
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body className="confirm">
          <Modal.Title>{title}</Modal.Title>
          <p>{children}</p>
          <div className="confirm-choice">
            <Button variant="default" onClick={onClose} data-autofocus>
              {no}
            </Button>
            <Button onClick={onYes}>{yes}</Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
