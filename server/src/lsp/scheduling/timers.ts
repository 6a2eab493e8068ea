/** Calls `run` at once, and once more after `intervalMs` if there were calls in between. */
export function throttled(run: () => void, intervalMs: number): () => void {
  let waiting = false
  let again = false
  const start = (): void => {
    waiting = true
    again = false
    setTimeout(() => {
      waiting = false
      if (again) start()
    }, intervalMs)
    run()
  }
  return () => {
    if (waiting) again = true
    else start()
  }
}

/** Resolves when the work is done, or after `timeoutMs`. */
export async function withTimeout(timeoutMs: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  await Promise.race([
    work,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timeoutMs)
    }),
  ])
  clearTimeout(timer)
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
