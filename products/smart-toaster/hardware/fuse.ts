/**
 * A thermal fuse: a pellet that melts once, in the wall above the elements, in series with them. There is no way to
 * close it again, and no wire from it to the software: this module is imported by the toaster alone.
 *
 * @param rating C at which it opens; 192 is a rating that is sold
 * @returns whether it still conducts at a temperature, in C. What it answers first as false stays false.
 */
export function thermalFuse(rating = 192): (temperature: number) => boolean {
  let open = false
  return (temperature) => {
    // Written so that a temperature that is no number opens it too.
    if (!(temperature < rating)) open = true
    return !open
  }
}
