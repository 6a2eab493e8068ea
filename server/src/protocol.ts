/** What client and server say to each other beside LSP, and the cheap look that both take at a file. No imports: the client bundles this file. */

export const statusNotification = 'ideaFiles/status'

/** Sent whenever what the status item shows has changed; for a file that is no idea list `ideaList` is false. */
export interface FileStatus {
  readonly uri: string
  readonly ideaList: boolean
  readonly profile: string
  readonly projects: number
  readonly ideas: number
  readonly findings: number
  /** Places too long or too deeply nested to be parsed. */
  readonly unread: number
}

/** A line that begins with a label of mentors, its colon or nothing behind it; the bullet may be missing, as the reader takes that, too. */
const mentorsLabel =
  /^[ \t>]{0,40}(?:(?:[-*+•]|\d{1,9}[.)])[ \t]{0,9})?(?:[*_]{1,3}[ \t]?)?(?:[\w-]{1,20}[ \t])?(?:co-?)?mentors?(?:\([^()\n]{0,3}\))?[ \t]{0,3}(?:[*_]{1,3}[ \t]{0,3})?(?:[:：]|[-–—][ \t]|\r?$)/im
const programmePath = /(?:^|\/)(?:summerofcode\/\d{4}\.md|lfx-mentorship\/\d{4}\/[^/]+\/[^/]+\.md)$/i

/**
 * Whether a file could be an idea list at all: a label of mentors in its text, or a known programme in its path.
 * Cheap and generous; what says no is never parsed, and no server is started for it.
 */
export const mayBeIdeaList = (text: string, path: string): boolean =>
  mentorsLabel.test(text) || programmePath.test(path.replaceAll('\\', '/'))
