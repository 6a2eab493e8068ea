/** Runs `run` in the next turn of the event loop. A timer's shortest delay would be too long; a web worker has nothing better. */
export const nextTurn: (run: () => void) => void =
  typeof setImmediate === 'function' ? (run) => setImmediate(run) : (run) => setTimeout(run, 0)

/** jsonrpc hands out one message a turn: after two turns without one the input is drained. */
export const idleTurns = 2

/** Collects keys and calls `onIdle` for each, one a turn, once the input is drained. Many calls with one key cost one run. */
export function whenIdle<K>(onIdle: (key: K) => void): (key: K) => void {
  const waiting = new Set<K>()
  let quiet = 0
  let running = false

  const tick = (): void => {
    if (quiet++ < idleTurns) {
      nextTurn(tick)
      return
    }
    const [key] = waiting
    if (key === undefined) {
      running = false
      return
    }
    waiting.delete(key)
    onIdle(key)
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
