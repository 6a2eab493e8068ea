import { sanitizeControlCharacters } from '../../text/sanitize.ts'

/** A line of a terminal that is rewritten; `clear` removes it. */
export interface ProgressLine {
  readonly show: (text: string) => void
  readonly clear: () => void
}

/** The terminal of the line, and its width in columns. */
export interface Terminal {
  readonly write: (text: string) => void
  readonly columns: () => number
}

/** In milliseconds: shorter runs show nothing; a line is shown at least this long. */
const [delayMs, minShownMs] = [400, 100]

const erase = '\r\u001b[K'

/** A progress line; does nothing without a terminal. `now` is in milliseconds. */
export function createProgressLine(terminal: Terminal | null, now: () => number): ProgressLine {
  if (terminal === null) return { show: () => {}, clear: () => {} }
  let began: number | null = null
  let last = 0
  let shown = false
  return {
    show: (text) => {
      began ??= now()
      if (now() - began < delayMs || (shown && now() - last < minShownMs)) return
      // a line that wraps could not be erased, and a character can take two columns
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

/** Whether a line may be rewritten: not in a pipe, in CI, in a terminal without cursor movement, or if plain output is wanted. */
export const wantsProgress = (isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean =>
  isTerminal && !env.CI && !env.NO_COLOR && env.TERM !== 'dumb'
