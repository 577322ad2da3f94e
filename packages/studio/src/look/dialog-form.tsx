import { Button } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { Dialog } from './dialog.tsx'
import { Failure } from './state.tsx'

/** Something that is being sent, as a query client tells of it. */
interface Sending {
  readonly error: Error | null
  readonly isPending: boolean
}

/** A modal dialog that asks for something, and sends it. */
export function DialogForm(props: {
  title: string
  /** What the button says. */
  does: string
  sending: Sending
  /** Absent while something is missing. */
  submit: (() => void) | undefined
  close: () => void
  children: ReactNode
}) {
  const { title, does, sending, submit, close } = props
  const heading = useId()
  return (
    <Dialog labelledBy={heading} close={close}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit?.()
        }}
      >
        <h2 id={heading}>{title}</h2>
        {props.children}
        {sending.error !== null && <Failure error={sending.error} />}
        <div className="dialog-buttons">
          <Button size="sm" variant="subtle" onClick={close}>
            Cancel
          </Button>
          <Button
            type="submit"
            size="sm"
            variant="filled"
            disabled={submit === undefined}
            loading={sending.isPending}
          >
            {does}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
