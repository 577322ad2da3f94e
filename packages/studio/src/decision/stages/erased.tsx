import { IconUserOff } from '@tabler/icons-react'
import './sealed.css'

/** Stands where the person's part was. */
export function Erased() {
  return (
    <p className="sealed">
      <IconUserOff size={17} aria-hidden="true" /> This person was erased: what concerned them cannot be read
      any more.
    </p>
  )
}
