// No imports: the client takes the same look before it starts a server.

/**
 * A line that begins with a label of mentors, its colon or nothing behind it. The bullet may be missing, and a task's box, a picture, marks
 * of code or tags may stand around it: the reader takes that, too.
 */
const mentorsLabel = new RegExp(
  [
    String.raw`^[ \t>]{0,40}(?:(?:[-*+•]|\d{1,9}[.)])[ \t]{0,9})?(?:\[[ x]\][ \t]{1,4})?`,
    String.raw`(?:[*_]{1,3}[ \t]?)?(?:(?:[^\x00-\x7f]{1,16}|:[\w+-]{1,30}:)[ \t]{0,3})?(?:[*_]{1,3}[ \t]?)?(?:\x60{1,2}|<\w{1,6}>)?`,
    String.raw`(?:[\w-]{1,20}[ \t])?(?:co-?)?mentors?(?:[ \t]{0,3}\([^()\n]{0,60}\)){0,2}[ \t]{0,3}`,
    String.raw`(?:(?:[*_]{1,3}|\x60{1,2}[*_]{0,3}|<\/\w{1,6}>[*_]{0,3})[ \t]{0,3})?(?:[:：]|[-–—][ \t]|<!--|\r?$)`,
  ].join(''),
  'im',
)
const programmePath = /(?:^|\/)(?:summerofcode\/\d{4}\.md|lfx-mentorship\/\d{4}\/[^/]+\/[^/]+\.md)$/i

/**
 * Whether a file could be an idea list at all: a label of mentors in its text, or a known programme in its path.
 * Cheap and generous; what says no is never parsed, and no server is started for it.
 */
export const mayBeIdeaList = (text: string, path: string): boolean =>
  mentorsLabel.test(text) || programmePath.test(path.replaceAll('\\', '/'))
