import { useEffect, useId, useState } from 'react'
import type { Mood, PretendedClient } from './pretended-client.ts'

/** Direction, colours, and what the pretended server does. */
export function Switches({ pretended }: { pretended: PretendedClient }) {
  const [dir, setDir] = useState('ltr')
  const [scheme, setScheme] = useState('light dark')
  const [mood, setMood] = useState<Mood>(pretended.mood)
  useEffect(() => {
    document.documentElement.dir = dir
    document.documentElement.style.colorScheme = scheme
    pretended.mood = mood
  }, [dir, scheme, mood, pretended])
  return (
    <form className="switches">
      <Choice
        label="Direction"
        value={dir}
        onChoice={setDir}
        choices={{ ltr: 'left to right', rtl: 'right to left' }}
      />
      <Choice
        label="Colours"
        value={scheme}
        onChoice={setScheme}
        choices={{ 'light dark': 'as the device', light: 'light', dark: 'dark' }}
      />
      <Choice<Mood>
        label="Server"
        value={mood}
        onChoice={setMood}
        choices={{ here: 'there', away: 'away', refuses: 'refuses' }}
      />
    </form>
  )
}

function Choice<V extends string>(props: {
  label: string
  value: V
  choices: Readonly<Record<V, string>>
  onChoice(value: V): void
}) {
  const { label, value, choices, onChoice } = props
  const id = useId()
  return (
    <span>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChoice(currentTarget.value as V)}>
        {Object.entries<string>(choices).map(([choice, word]) => (
          <option key={choice} value={choice}>
            {word}
          </option>
        ))}
      </select>
    </span>
  )
}
