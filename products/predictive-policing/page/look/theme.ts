import { Button, createTheme, defaultVariantColorsResolver, type VariantColorsResolver } from '@mantine/core'

const variants: VariantColorsResolver = (input) => {
  if (input.variant === 'filled')
    return {
      background: 'var(--brand)',
      hover: 'var(--brand-strong)',
      color: 'var(--on-brand)',
      border: '1px solid transparent',
    }
  return defaultVariantColorsResolver(input)
}

/** Mantine's side of the look; sizes and colours are custom properties of `tokens.css`. */
export const theme = createTheme({
  variantColorResolver: variants,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: { Button: Button.extend({ defaultProps: { size: 'md' } }) },
})
