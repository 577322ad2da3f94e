import {
  IconArrowFork,
  IconBox,
  IconCircleFilled,
  IconUser,
  IconWorld,
  type Icon as TablerIcon,
} from '@tabler/icons-react'
import type { Part } from './drawing.ts'

/** What a kind of part is called, and its glyph. */
export const partWords: Readonly<Record<Part['kind'], { readonly word: string; readonly Icon: TablerIcon }>> =
  {
    model: { word: 'ML', Icon: IconCircleFilled },
    component: { word: 'not ML', Icon: IconBox },
    decision: { word: 'decision', Icon: IconArrowFork },
    person: { word: 'person', Icon: IconUser },
    environment: { word: 'environment', Icon: IconWorld },
  }
