/** Work that is done once, `delayMs` after the last call. */
export const debounced = (work: () => void, delayMs: number): { call(): void; stop(): void } => {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    call: () => {
      clearTimeout(timer)
      timer = setTimeout(work, delayMs)
    },
    stop: () => clearTimeout(timer),
  }
}
