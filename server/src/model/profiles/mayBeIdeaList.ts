// No other imports than this one, which has none: the client loads this file before it starts a server.
import { parseProgrammePath } from './programmePath.ts'

/** Words for mentors in the languages whose lists are read (`schema/labelWords.ts`). */
const mentors =
  '(?:mentors?|supervisors?|advis[eo]rs?|betreuer|betreuung|encadrant|tuteur|tutore?s?|orientador|наставник|ментор|导师|導師|指导老师|メンター|멘토)'

/**
 * A label of mentors: at the beginning of a line, after a bullet, hashes or icons and up to two words (`- **Possible mentors**:`,
 * `### Mentors`, `project_mentors:`), or in a cell of a table.
 */
const mentorsLabel = new RegExp(
  [
    // bullets, hashes, emphasis, icons, tags
    String.raw`^(?:[^\p{L}\n]{0,40}|[^\p{L}\n]{0,20}\[[ xX]\][^\p{L}\n]{0,10})(?:<\w{1,6}>[^\p{L}\n]{0,10}|:[\w+-]{1,30}:[^\p{L}\n]{0,10})?`,
    // the label's words
    String.raw`(?:[\p{L}'/-]{1,24}[ \t_-]){0,2}(?:co-?)?${mentors}(?:\(s\))?`,
    // its end: a colon, emphasis, a dash, the line's end
    String.raw`(?:[ \t]{0,3}\([^()\n]{0,60}\)){0,2}(?:[ \t]{0,3}(?:[:：|]|[-–—][ \t]|\r?$)|\.?[*_<\x60]|[ \t][^\n:：|*_<]{0,40}[:：])`,
    String.raw`|\|[^|\n\p{L}]{0,20}(?:[\p{L}-]{1,20} ){0,3}(?:${mentors}|mentorship)[^|\n]{0,30}\|`,
  ].join(''),
  'imu',
)

/**
 * Whether a file could be an idea list at all: its text has a label of mentors, or its path is a programme's. Cheap and generous:
 * a file for which it is false is never parsed, and no server is started for it.
 */
export const mayBeIdeaList = (text: string, path: string): boolean => mentorsLabel.test(text) || parseProgrammePath(path) !== null
