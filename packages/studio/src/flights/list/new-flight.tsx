import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

/** The way to a new flight. */
export function NewFlight({ system }: { system: string }) {
  return (
    <Button
      size="sm"
      variant="filled"
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      renderRoot={(props) => <Link {...props} to="/systems/$system/flights/~new" params={{ system }} />}
    >
      New flight
    </Button>
  )
}
