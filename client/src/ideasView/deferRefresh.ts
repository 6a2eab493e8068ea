/** Milliseconds without a question, after which whoever asked has all that they want. */
const calm = 200

/**
 * Lets `work` wait while somebody asks questions (`touch`), and then does it once for many calls. VS Code fetches the rows of a tree in
 * batches, and gives some of them to the wrong row where a change comes between two (microsoft/vscode#243911).
 */
export const deferRefresh = (work: () => void): { call(): void; touch(): void; stop(): void } => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let touched = Number.NEGATIVE_INFINITY
  const touch = (): void => {
    touched = performance.now()
  }
  const run = (): void => {
    timer = undefined
    const wait = touched + calm - performance.now()
    if (wait > 0) {
      timer = setTimeout(run, wait)
      return
    }
    // what is told now is asked for next
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
