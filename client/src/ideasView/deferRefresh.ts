/** Milliseconds without a request, after which VS Code has fetched all rows that it wants. */
const idleMs = 200

/**
 * Delays `work` until no rows are being requested (`touch`), and then does it once for many calls. VS Code fetches the rows of a tree in
 * batches, and mixes rows up if a change comes between two batches (microsoft/vscode#243911).
 */
export const deferRefresh = (work: () => void): { call(): void; touch(): void; stop(): void } => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let touched = Number.NEGATIVE_INFINITY
  const touch = (): void => {
    touched = performance.now()
  }
  const run = (): void => {
    timer = undefined
    const wait = touched + idleMs - performance.now()
    if (wait > 0) {
      timer = setTimeout(run, wait)
      return
    }
    // VS Code requests the changed rows next
    touch()
    work()
  }
  return {
    call: () => {
      if (timer === undefined) run()
    },
    touch,
    stop: () => clearTimeout(timer),
  }
}
