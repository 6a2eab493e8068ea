import { nextTurn } from './eventLoop.ts'

// a person's next keystroke, or the request that follows a change, comes within this time (milliseconds)
const hold = 25
// somebody who has typed within this time types on; pieces then have so much time between them that few keys meet one (milliseconds)
const lull = 1000
const rest = 4
// what a piece of work may take: whoever types waits for no more, and the first key after a lull once for this (milliseconds)
const shortPiece = 1
const longPiece = 4
// jsonrpc takes that many turns from reading a message to handling it
const quietTurns = 2

/** Lets long work go on in pieces, one at a time, while nobody waits for an answer: a piece has at least two idle turns before it. */
export class Pacer {
  #touched = Number.NEGATIVE_INFINITY
  #last: Promise<unknown> = Promise.resolve()

  /** Somebody is at work: pieces wait for a moment. */
  touch(): void {
    this.#touched = performance.now()
  }

  /** Resolves when it is time for the next piece, to the milliseconds that it may take. */
  pause(): Promise<number> {
    const turn = this.#last.then(() => this.#turn())
    this.#last = turn
    return turn
  }

  async #turn(): Promise<number> {
    if (this.#isTyping()) await asleep(rest)
    let quiet = 0
    while (quiet < quietTurns) {
      const held = this.#touched + hold - performance.now()
      if (held > 0) await asleep(held)
      else await new Promise<void>(nextTurn)
      quiet = held > 0 ? 0 : quiet + 1
    }
    return this.#isTyping() ? shortPiece : longPiece
  }

  #isTyping(): boolean {
    return performance.now() < this.#touched + lull
  }
}

const asleep = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))
