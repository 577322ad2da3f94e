import {
  ActionIcon,
  Button,
  createTheme,
  defaultVariantColorsResolver,
  NativeSelect,
  NumberInput,
  type VariantColorsResolver,
} from '@mantine/core'

const clear = '1px solid transparent'

const variants: VariantColorsResolver = (input) => {
  if (input.variant === 'filled') {
    return {
      background: 'var(--brand)',
      hover: 'var(--brand-strong)',
      color: 'var(--on-brand)',
      border: clear,
    }
  }
  if (input.variant === 'subtle') {
    return { background: 'transparent', hover: 'var(--sunk)', color: 'var(--ink-2)', border: clear }
  }
  return defaultVariantColorsResolver(input)
}

/** Mantine's side of the look; sizes and colours are custom properties of `tokens.css`. */
export const theme = createTheme({
  variantColorResolver: variants,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'md' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 44 } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'md' } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'md' } }),
  },
})
