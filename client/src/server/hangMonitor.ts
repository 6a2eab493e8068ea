/** When a server counts as hung. */
export interface HangLimits {
  /** Time between two looks, in milliseconds. */
  readonly intervalMs: number
  /** How many looks in a row must find the last ping unanswered. */
  readonly maxMissed: number
}

/** Half a minute: the server answers within a few seconds, whatever it works on. */
const defaultHangLimits: HangLimits = { intervalMs: 5000, maxMissed: 6 }

/** Decides from pings and their answers whether a server hangs. Time for which this process slept, too, does not count. */
export class HangDetector {
  readonly #limits: HangLimits
  #lastLook: number
  #missed = 0
  #isWaiting = false

  /** `now` is in milliseconds, as in `look`. */
  constructor(limits: HangLimits, now: number) {
    this.#limits = limits
    this.#lastLook = now
  }

  /** What to do at a look: send a ping, wait for the answer to the last one, or give the server up. */
  look(now: number): 'ping' | 'wait' | 'hung' {
    const hasSlept = now - this.#lastLook > 3 * this.#limits.intervalMs
    this.#lastLook = now
    if (!this.#isWaiting) {
      this.#isWaiting = true
      this.#missed = 0
      return 'ping'
    }
    this.#missed = hasSlept ? 0 : this.#missed + 1
    return this.#missed >= this.#limits.maxMissed ? 'hung' : 'wait'
  }

  /** To be called when a ping is answered; an error is an answer, too. */
  answered(): void {
    this.#isWaiting = false
  }
}

/** Pings a server until it hangs, and then calls `onHang` once: an endless loop does not end a process. Returns a function that ends this. */
export function monitorHangs(ping: () => Promise<unknown>, onHang: () => void, limits = defaultHangLimits): () => void {
  const detector = new HangDetector(limits, Date.now())
  const answered = (): void => detector.answered()
  const timer = setInterval(() => {
    const next = detector.look(Date.now())
    if (next === 'ping') ping().then(answered, answered)
    if (next !== 'hung') return
    clearInterval(timer)
    onHang()
  }, limits.intervalMs)
  return () => clearInterval(timer)
}
