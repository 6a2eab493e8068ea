// No other imports than this one, which has none: the client loads this file before it starts a server.
import { parseProgrammePath } from './programmePath.ts'

/**
 * A line that begins with a label of mentors: `- **Mentors**:`, `Mentor(s) - `, `* [ ] <b>Co-mentors</b>` or a bare `Mentors`. What the
 * reader accepts around a label is accepted here, too.
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

/**
 * Whether a file could be an idea list at all: its text has a label of mentors, or its path is a programme's. Cheap and generous:
 * a file for which it is false is never parsed, and no server is started for it.
 */
export const mayBeIdeaList = (text: string, path: string): boolean => mentorsLabel.test(text) || parseProgrammePath(path) !== null
