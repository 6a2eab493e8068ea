import type { Connection } from 'vscode-languageserver'

// what takes longer than this is worth a line in the log
const slow = 200

/** Runs a handler so that nothing it does reaches the client but an answer: a failure is logged, and `fallback` is given instead. */
export function guard<T>(connection: Connection, method: string, uri: string, fallback: T, run: () => T): T {
  const start = performance.now()
  try {
    return run()
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
    sendSafely(() => connection.console.error(`${method} ${uri}: ${cause}`))
    return fallback
  } finally {
    const time = performance.now() - start
    sendSafely(() => connection.tracer.log(`${method} ${uri}`, `${time.toFixed(2)} ms`))
    if (time > slow) sendSafely(() => connection.console.log(`${method} ${uri} took ${Math.round(time)} ms`))
  }
}

/** Sends what needs no answer; when the client has gone in the meantime there is no one to tell. */
export function sendSafely(send: () => unknown): void {
  try {
    Promise.resolve(send()).catch(() => {})
  } catch {
    // a closed connection throws at once
  }
}
