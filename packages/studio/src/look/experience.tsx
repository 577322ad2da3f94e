import {
  IconBellRinging,
  IconBolt,
  IconCircleOff,
  IconMessageCircleQuestion,
  IconSortDescending2,
  IconTag,
} from '@tabler/icons-react'
import type { Style } from 'holon'
import './experience.css'

const icons = {
  automate: IconBolt,
  prompt: IconMessageCircleQuestion,
  organize: IconSortDescending2,
  annotate: IconTag,
  silent: IconCircleOff,
}

/** An experience by name, with the glyph of the style in which it reaches a person. */
export function Experience({ name, style }: { name: string; style: Style | undefined }) {
  const Icon = style === undefined ? IconBellRinging : icons[style]
  return (
    <span className="experience" title={style}>
      <Icon size={14} aria-hidden="true" />
      {name}
      {style !== undefined && <span className="hidden"> ({style})</span>}
    </span>
  )
}
