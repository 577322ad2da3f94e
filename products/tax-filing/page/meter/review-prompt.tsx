import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { type Look, SecondLook } from './second-look.tsx'
import './review-prompt.css'

/** Asks calmly to look at some lines again before filing. Whoever does not want to folds it away. */
export function ReviewPrompt({ text, looks }: { text: string; looks: readonly Look[] }) {
  const [folded, setFolded] = useState(false)
  const title = useId()
  if (folded) return null
  return (
    <section className="review" aria-labelledby={title}>
      <IconEye className="review-mark" size={28} aria-hidden />
      <div className="review-body">
        <h2 id={title}>{text}</h2>
        <p>
          Nothing here says that a line is wrong. These are what the reading rests on most, and now is the
          easiest time to look.
        </p>
        <SecondLook looks={looks} />
        <Button variant="default" onClick={() => setFolded(true)}>
          They are right as they are
        </Button>
      </div>
    </section>
  )
}
