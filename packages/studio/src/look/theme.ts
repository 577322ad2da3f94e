import {
  ActionIcon,
  Button,
  createTheme,
  defaultVariantColorsResolver,
  SegmentedControl,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core'

const clear = '1px solid transparent'

/** Buttons are ink, not a colour: colour is kept for what models say and for states. */
const inkVariants: VariantColorsResolver = (input) => {
  if (input.variant === 'filled') {
    return { background: 'var(--ink)', hover: 'var(--ink-2)', color: 'var(--paper)', border: clear }
  }
  if (input.variant === 'subtle') {
    return { background: 'transparent', hover: 'var(--sunk)', color: 'var(--ink-2)', border: clear }
  }
  return defaultVariantColorsResolver(input)
}

/** Mantine's side of the look; sizes and colours are custom properties of `tokens.css`. */
export const theme = createTheme({
  variantColorResolver: inkVariants,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { variant: 'default', size: 'xs' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 32 } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs' } }),
    Tooltip: Tooltip.extend({
      classNames: { tooltip: 'tip' },
      defaultProps: { multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } },
    }),
  },
})
