import { type Connection, createConnection } from 'vscode-languageserver/node'
import { StreamReader, StreamWriter } from './messageStreams.ts'

/** The connection to the client that has started this process, on stdin and stdout. */
export const stdioConnection = (): Connection =>
  createConnection(new StreamReader(process.stdin), new StreamWriter(process.stdout))

/** Ends the process when the client has gone: in order if that has shut the server down before. */
export function endWithInput(isShutDown: () => boolean): void {
  const end = (): void => process.exit(isShutDown() ? 0 : 1)
  process.stdin.on('end', end)
  process.stdin.on('close', end)
}
