/** The same characters in a string of their own: a slice would keep the whole text that it was cut from in memory. */
export const detached = (text: string): string => ` ${text}`.slice(1)
