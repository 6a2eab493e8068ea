import { idleTurns, nextTurn } from './eventLoop.ts'
import { sleep } from './timers.ts'

// the user's next key, or the request that follows a change, comes within this time
const pauseAfterKeyMs = 25
// a user who has typed within this time is typing: pieces then are short and far between, so that few keys meet one
const typingMs = 1000
const pauseWhileTypingMs = 4
// the longest that a piece of work may take: while typing, and otherwise (the first key waits that long once)
const shortPieceMs = 1
const longPieceMs = 4

// an answer that takes no longer than this is worked out at once
const atOnceMs = 10

/** Gives long work its turns. */
export interface Pacing {
  /** The user has typed: pieces wait for a moment. */
  readonly onActivity: () => void
  /** Resolves when it is time for the next piece, to the milliseconds that it may take. */
  readonly pause: () => Promise<number>
  /** How many milliseconds the first piece of an answer may take, which does not wait. */
  readonly atOnceMs: number
}

/** Lets long work go on in pieces, one at a time, while no message waits: a piece has at least two idle turns before it. */
export class Pacer implements Pacing {
  readonly atOnceMs = atOnceMs

  #lastActivity = Number.NEGATIVE_INFINITY
  #last: Promise<unknown> = Promise.resolve()

  onActivity(): void {
    this.#lastActivity = performance.now()
  }

  pause(): Promise<number> {
    const turn = this.#last.then(() => this.#turn())
    this.#last = turn
    return turn
  }

  async #turn(): Promise<number> {
    if (this.#isTyping()) await sleep(pauseWhileTypingMs)
    let quiet = 0
    while (quiet < idleTurns) {
      const waitMs = this.#lastActivity + pauseAfterKeyMs - performance.now()
      if (waitMs > 0) await sleep(waitMs)
      else await new Promise<void>(nextTurn)
      quiet = waitMs > 0 ? 0 : quiet + 1
    }
    return this.#isTyping() ? shortPieceMs : longPieceMs
  }

  #isTyping(): boolean {
    return performance.now() < this.#lastActivity + typingMs
  }
}

/** Runs the steps of long work in pieces; null as soon as `isCancelled`. */
export async function runPaced<T>(
  steps: Generator<void, T>,
  pause: () => Promise<number>,
  isCancelled: () => boolean,
): Promise<T | null> {
  for (;;) {
    const end = (await pause()) + performance.now()
    if (isCancelled()) return null
    do {
      const next = steps.next()
      if (next.done) return next.value
    } while (performance.now() < end)
  }
}
