import { ActionIcon } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import './hash.css'

/** A long identifier, shortened, with a button that copies all of it. `what` names it. */
export function Hash({ value, what }: { value: string; what: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    setTimeout(() => setCopied(false), 1500)
  }
  return (
    <span className="hash">
      <code title={value}>{value.length > 16 ? `${value.slice(0, 12)}…` : value}</code>
      <ActionIcon
        size={22}
        aria-label={copied ? `${what} copied` : `Copy ${what}`}
        onClick={() => void copy()}
      >
        {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      </ActionIcon>
    </span>
  )
}
