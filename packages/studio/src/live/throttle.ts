/** `run` at once, then at most once every `ms` however often it is called; a call in between runs when `ms` are over. */
export function throttle(run: () => void, ms: number): { (): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let again = false
  const call = () => {
    if (timer !== undefined) {
      again = true
      return
    }
    run()
    timer = setTimeout(() => {
      timer = undefined
      if (!again) return
      again = false
      call()
    }, ms)
  }
  const cancel = () => {
    clearTimeout(timer)
    timer = undefined
    again = false
  }
  return Object.assign(call, { cancel })
}
