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

const mentorsLabel = /\bmentors?\b[^\n]{0,12}(?::|\*|_|$)/im
const programmePath = /(?:^|\/)(?:summerofcode\/\d{4}\.md|lfx-mentorship\/\d{4}\/[^/]+\/[^/]+\.md)$/i

/**
 * Whether a file could be an idea list at all: a label of mentors in its text, or a known programme in its path.
 * Cheap and generous; what says no is never parsed, and no server is started for it.
 */
export const mayBeIdeaList = (text: string, path: string): boolean =>
  mentorsLabel.test(text) || programmePath.test(path.replaceAll('\\', '/'))
