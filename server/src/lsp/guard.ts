import type { Connection } from 'vscode-languageserver'

/** A request that takes longer than this is logged. */
const slowRequestMs = 200

/**
 * Runs a handler; an error (or a rejection) is logged, and `fallback` is the answer instead. Logs how long it took if the client traces,
 * or if it was slow.
 */
export function guard<T>(connection: Connection, method: string, uri: string, fallback: T, run: () => T): T
export function guard<T>(
  connection: Connection,
  method: string,
  uri: string,
  fallback: T,
  run: () => T | Promise<T>,
): T | Promise<T>
export function guard<T>(
  connection: Connection,
  method: string,
  uri: string,
  fallback: T,
  run: () => T | Promise<T>,
): T | Promise<T> {
  const start = performance.now()
  const failed = (error: unknown): T => {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
    sendGuarded(() => connection.console.error(`${method} ${uri}: ${cause}`))
    return fallback
  }
  try {
    const answer = run()
    return answer instanceof Promise ? answer.catch(failed) : answer
  } catch (error) {
    return failed(error)
  } finally {
    const time = performance.now() - start
    sendGuarded(() => connection.tracer.log(`${method} ${uri}`, `${time.toFixed(2)} ms`))
    if (time > slowRequestMs) sendGuarded(() => connection.console.log(`${method} ${uri} took ${Math.round(time)} ms`))
  }
}

/** Sends a message that needs no answer; if the client has gone, it is lost. */
export function sendGuarded(send: () => unknown): void {
  try {
    const sent = send()
    if (sent instanceof Promise) sent.catch(() => {})
  } catch {
    // a closed connection throws at once
  }
}

interface LeveledLog {
  readonly error: (message: string) => void
  readonly warn: (message: string) => void
  readonly info: (message: string) => void
}

/** The client's log (`window/logMessage`). */
export const guardedLog = (connection: Connection): LeveledLog => ({
  error: (message) => sendGuarded(() => connection.console.error(message)),
  warn: (message) => sendGuarded(() => connection.console.warn(message)),
  info: (message) => sendGuarded(() => connection.console.info(message)),
})
