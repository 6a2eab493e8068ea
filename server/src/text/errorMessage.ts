/** The message of a thrown value, which need not be an `Error`. */
export const errorMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The first line of a message, which may contain a stack. */
export const firstMessageLine = (message: string): string => /^.*/.exec(message)![0]
