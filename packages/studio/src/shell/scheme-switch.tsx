import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'

const schemes = {
  auto: { next: 'light', Icon: IconDeviceDesktop, words: 'as the device' },
  light: { next: 'dark', Icon: IconSun, words: 'light' },
  dark: { next: 'auto', Icon: IconMoon, words: 'dark' },
} as const

/** Light, dark, or whatever the device says. */
export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { next, Icon, words } = schemes[colorScheme]
  const label = `Colours: ${words}. Change to ${schemes[next].words}.`
  return (
    <ActionIcon aria-label={label} title={label} onClick={() => setColorScheme(next)}>
      <Icon size={18} stroke={1.7} />
    </ActionIcon>
  )
}
