import { type ReactNode, useEffect, useRef } from 'react'
import './dialog.css'

/** A modal dialog that keeps the focus and closes by Escape. */
export function Dialog(props: { labelledBy: string; close: () => void; children: ReactNode }) {
  const place = useRef<HTMLDialogElement>(null)
  useEffect(() => place.current?.showModal(), [])
  return (
    <dialog className="dialog" ref={place} aria-labelledby={props.labelledBy} onClose={props.close}>
      {props.children}
    </dialog>
  )
}
