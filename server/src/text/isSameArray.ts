/** Whether two arrays have the same items, by identity. */
export const isSameArray = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])
