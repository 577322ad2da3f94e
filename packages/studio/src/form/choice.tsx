import { NativeSelect } from '@mantine/core'

/** Chooses one of some, or none of them. */
export function Choice(props: {
  label: string
  /** What stands where none is chosen. */
  none: string
  value: string | undefined
  options: readonly (string | { readonly value: string; readonly label: string })[]
  /** Called with an empty text for none. */
  change: (value: string) => void
}) {
  return (
    <NativeSelect
      aria-label={props.label}
      size="xs"
      value={props.value ?? ''}
      data={[{ value: '', label: props.none }, ...props.options]}
      onChange={({ currentTarget }) => props.change(currentTarget.value)}
    />
  )
}
