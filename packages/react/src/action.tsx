import type { ButtonHTMLAttributes, ReactElement } from 'react'

/** Properties of `Action`. */
export interface ActionProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `safe`: what does no harm, and stands out. `risky`: what may, and does not. Default: neither. */
  readonly kind?: 'safe' | 'risky' | 'plain'
}

/** A button of a prompt, warning, countdown or form. */
export function Action({ kind = 'plain', ...rest }: ActionProps): ReactElement {
  return <button type="button" data-holon="action" data-kind={kind} {...rest} />
}
