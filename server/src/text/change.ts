/** One replacement in a text: `start`–`oldEnd` of the old text became `start`–`newEnd` of the new one (UTF-16 offsets). */
export interface Change {
  readonly start: number
  readonly oldEnd: number
  readonly newEnd: number
}

/** The smallest single change that covers `first` and then `second`, which counts in the text that `first` left. */
export function fold(first: Change, second: Change): Change {
  const grown = first.newEnd - first.oldEnd
  return {
    start: Math.min(first.start, second.start),
    oldEnd: Math.max(first.oldEnd, second.oldEnd - grown),
    newEnd: Math.max(first.newEnd + (second.newEnd - second.oldEnd), second.newEnd),
  }
}
