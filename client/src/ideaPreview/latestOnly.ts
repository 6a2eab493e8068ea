/**
 * Calls `work` soon after the last of several calls, never twice at a time, and once more where it was called meanwhile. `delay` is in
 * milliseconds: a cursor that runs through a file costs one look, not one a line.
 */
export const latestOnly = (work: () => Promise<void>, delay: number): { call(): void; stop(): void } => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  let again = false
  const run = async (): Promise<void> => {
    timer = undefined
    running = true
    again = false
    try {
      await work()
    } finally {
      running = false
      if (again) call()
    }
  }
  const call = (): void => {
    if (running) again = true
    else {
      clearTimeout(timer)
      timer = setTimeout(() => void run(), delay)
    }
  }
  return {
    call,
    stop: () => {
      clearTimeout(timer)
      again = false
    },
  }
}
