import { nextTurn } from './turns.ts'

// a person's next keystroke, or the request that follows a change, comes within this time (milliseconds)
const hold = 25
// somebody who has typed within this time types on; pieces then have so much time between them that few keys meet one (milliseconds)
const lull = 1000
const rest = 4
// jsonrpc takes that many turns from reading a message to handling it
const quietTurns = 2

/** Lets long work go on in pieces, one at a time, while nobody waits for an answer: a piece has at least two idle turns before it. */
export class Pacer {
  #touched = Number.NEGATIVE_INFINITY
  #last: Promise<void> = Promise.resolve()

  /** Somebody is at work: pieces wait for a moment. */
  touch(): void {
    this.#touched = performance.now()
  }

  /** Resolves when it is time for the next piece. */
  pause(): Promise<void> {
    this.#last = this.#last.then(() => this.#turn())
    return this.#last
  }

  async #turn(): Promise<void> {
    if (performance.now() < this.#touched + lull) await asleep(rest)
    let quiet = 0
    while (quiet < quietTurns) {
      const held = this.#touched + hold - performance.now()
      if (held > 0) await asleep(held)
      else await new Promise<void>(nextTurn)
      quiet = held > 0 ? 0 : quiet + 1
    }
  }
}

const asleep = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))
