import { errorLine } from './printError.ts'

/** Ends the process with one line about an error; a reader that stops reading (`| head`) is none. */
export function endWith(error: unknown): void {
  const { code, message } =
    error instanceof Error ? (error as Error & { readonly code?: string }) : { code: '', message: String(error) }
  if (code === 'EPIPE') process.exit()
  process.exitCode = 2
  process.stderr.write(errorLine(message), () => process.exit())
}

/** Does the same if the output can't be written. */
export function endIfOutputFails(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endWith)
}
