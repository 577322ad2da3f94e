import { HolonError } from 'holon'

/** The error for a file that cannot be used: what was wrong with it, and what to do. */
export function invalid(
  what: string,
  fix = 'Export the model again with the tool that made it, or check that the file was copied whole.',
  cause?: unknown,
): HolonError {
  return new HolonError('model-invalid', what, fix, { cause })
}
