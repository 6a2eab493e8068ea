import { sanitizeControlCharacters } from '../../text/sanitize.ts'

/** A line of a terminal that is written over and over; `clear` leaves nothing of it. */
export interface ProgressLine {
  readonly show: (text: string) => void
  readonly clear: () => void
}

/** The terminal that the line stands on: how it is written to, and how many columns it has. */
export interface Terminal {
  readonly write: (text: string) => void
  readonly columns: () => number
}

/** A run that ends sooner shows nothing; and how long a line stays at least (milliseconds). */
const [patience, pause] = [400, 100]

const erase = '\r\u001b[K'

/** A progress line; nothing at all where there is no terminal to show it on. `now` tells milliseconds. */
export function createProgressLine(terminal: Terminal | null, now: () => number): ProgressLine {
  if (terminal === null) return { show: () => {}, clear: () => {} }
  let began: number | null = null
  let last = 0
  let shown = false
  return {
    show: (text) => {
      began ??= now()
      if (now() - began < patience || (shown && now() - last < pause)) return
      // a line that wraps could not be erased, and a letter can take two columns
      const fitting = Array.from(sanitizeControlCharacters(text)).slice(0, Math.max(0, terminal.columns() - 1))
      const wide = fitting.some((letter) => letter > '\u02ff') ? fitting.slice(0, terminal.columns() >> 1) : fitting
      terminal.write(`${erase}${wide.join('')}`)
      last = now()
      shown = true
    },
    clear: () => {
      if (shown) terminal.write(erase)
      shown = false
    },
  }
}

/** Whether a line may be written over: no pipe, no CI, no terminal without cursor movement, nobody who asked for plain output. */
export const wantsProgress = (isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean =>
  isTerminal && !env.CI && !env.NO_COLOR && env.TERM !== 'dumb'
