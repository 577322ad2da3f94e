const pattern = [600, 250, 600, 250, 600]

/** Vibrates, where the device can and the person has touched the page. */
export function buzz(): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(pattern)
}
