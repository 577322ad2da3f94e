import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { useDraft, useIsKept } from '../draft/store.ts'
import { Link } from './link.tsx'
import { Mark } from './mark.tsx'
import './header.css'

/** The name of the product, whether what was typed is kept, and light or dark. */
export function Header() {
  return (
    <header className="header">
      <a href="#main" className="header-skip">
        Skip to the content
      </a>
      <Link to={{ view: 'start' }} className="header-name">
        <Mark />
        Plain Return
      </Link>
      <Kept />
      <SchemeSwitch />
    </header>
  )
}

function Kept() {
  const draft = useDraft()
  const kept = useIsKept()
  if (draft === undefined) return null
  return (
    <p className="header-kept" data-kept={kept}>
      {kept ? 'Saved' : 'Not saved'}
      <span className="header-where">{kept ? ' on this device' : ': this browser keeps nothing'}</span>
    </p>
  )
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  return (
    <ActionIcon
      aria-label={dark ? 'Switch to light' : 'Switch to dark'}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={22} aria-hidden /> : <IconMoon size={22} aria-hidden />}
    </ActionIcon>
  )
}
