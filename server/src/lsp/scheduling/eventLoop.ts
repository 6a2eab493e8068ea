/** A turn of the event loop. A timer's least delay would be as long as the whole answer may take; a web worker has nothing better. */
export const nextTurn: (run: () => void) => void =
  typeof setImmediate === 'function' ? (run) => setImmediate(run) : (run) => setTimeout(run, 0)

// jsonrpc hands out one message a turn: after two turns without one nothing waits in the input
const quietTurns = 2

/**
 * Collects keys and runs `settled` for each, one a turn, once the input is drained. A lone key waits microseconds,
 * and many in a row cost one run.
 */
export function whenIdle<K>(settled: (key: K) => void): (key: K) => void {
  const waiting = new Set<K>()
  let quiet = 0
  let running = false

  const tick = (): void => {
    if (quiet++ < quietTurns) {
      nextTurn(tick)
      return
    }
    const [key] = waiting
    if (key === undefined) {
      running = false
      return
    }
    waiting.delete(key)
    settled(key)
    nextTurn(tick)
  }

  return (key) => {
    waiting.add(key)
    quiet = 0
    if (running) return
    running = true
    nextTurn(tick)
  }
}

/** Runs `run` at once, and again for calls that come within `interval` milliseconds of it, when those are over: many calls cost few runs. */
export function throttled(run: () => void, interval: number): () => void {
  let waiting = false
  let again = false
  const go = (): void => {
    waiting = true
    again = false
    setTimeout(() => {
      waiting = false
      if (again) go()
    }, interval)
    run()
  }
  return () => {
    if (waiting) again = true
    else go()
  }
}
