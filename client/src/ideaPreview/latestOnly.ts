/**
 * Debounces async work: `work` runs `debounceMs` after the last of several calls, never twice at a time, and once more if it was called
 * while it ran. A cursor that runs through a file costs one request, not one per line.
 */
export const latestOnly = (work: () => Promise<void>, debounceMs: number): { call(): void; stop(): void } => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRunning = false
  let isCalledAgain = false
  const run = async (): Promise<void> => {
    timer = undefined
    isRunning = true
    isCalledAgain = false
    try {
      await work()
    } finally {
      isRunning = false
      if (isCalledAgain) call()
    }
  }
  const call = (): void => {
    if (isRunning) isCalledAgain = true
    else {
      clearTimeout(timer)
      timer = setTimeout(() => void run(), debounceMs)
    }
  }
  return {
    call,
    stop: () => {
      clearTimeout(timer)
      isCalledAgain = false
    },
  }
}
