/** A copy of a slice that does not keep the text from which it was cut in memory. */
export const detached = (text: string): string => ` ${text}`.slice(1)
