/** `wordSet('a b')` → `Set { 'a', 'b' }` */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** What a field contains until a mentor is found. */
export const placeholders = wordSet('tbd tba tbc n/a none')

/** `TBD`, `_to be decided_`, `???`: a value that says that there is no mentor yet. */
export const isNoMentorWord = (value: string): boolean =>
  /^[\s*_(<[]*(?:tb[acd]|todo|n\/?a|none(?: yet)?|not yet|\?{1,5}|to be (?:decided|announced|determined|confirmed|assigned|defined))[\s*_)>\].!]*$/i.test(
    value.slice(0, 100),
  )

const roles = wordSet('primary secondary co-mentor comentor mentor mentors lead backup adjunct non-primary primary-mentor')

/** `Mentor`, `primary.`, `TBD`: what part a person takes, never a name. */
export function isMentorRoleWord(word: string): boolean {
  const plain = (word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase()
  return roles.has(plain) || placeholders.has(plain)
}

export const isPlaceholderMentorWord = (word: string): boolean => placeholders.has(word.toLowerCase())

const roleQualifiers = wordSet(`s co tech technical main second first third additional other possible potential proposed likely
  contact project program programme gsoc lfx cncf`)

/** Words next to a role in the label of an entry: `2nd Mentor:`, `Mentor A:`, `Tech lead:`. */
export const isRoleQualifierWord = (word: string): boolean =>
  roleQualifiers.has(word.toLowerCase()) || /^(?:#?\d{1,2}|\d(?:st|nd|rd|th)|\p{Lu})$/iu.test(word)

const jobTitles = wordSet(`maintainer contributor committer reviewer approver owner engineer developer architect manager director
  advocate ambassador lead chair co-chair founder co-founder member researcher professor student intern sre cto ceo`)

/** `Maintainer`, `engineers,` */
export function isJobWord(word: string): boolean {
  const plain = word.toLowerCase().replace(/[.,]$/, '')
  return jobTitles.has(plain) || jobTitles.has(plain.replace(/s$/, ''))
}

const teamWords = wordSet('team teams maintainers community developers devs committers contributors members staff folks leads')

/** `Team`, `Maintainers`: several people without names. */
export const isMentorTeamWord = (word: string): boolean => teamWords.has(word.toLowerCase())

const locationPrepositions = wordSet('at of from for with by')

/** `at`, `from`: an account after such a word is an organization's or a project's. */
export const isLocationPreposition = (word: string): boolean => locationPrepositions.has(word.toLowerCase())

/** Lower-case words within a name: `Jan van der Dyk`. */
export const nameParticles =
  wordSet(`van von vom zum zur zu der den del della delle des dos das de da do di du dal la le el al af av
  op te ter ten bin bint ibn abu e y i`)

/** Whether a word begins with a capital letter, or one of a script without them. */
export const isCapitalizedWord = (word: string): boolean => /^[\p{Lu}\p{Lo}]/u.test(word)

/** `UTC+1`, `CET`, `+5:30` */
export const isTimeZoneWord = (word: string): boolean =>
  /^(?:UTC|GMT|CES?T|EES?T|[ECMP][SD]T|IST|JST)?(?:[+−-]\d{1,2}(?::?\d{2})?)?$/.test(word)

/** Sites on which people have accounts that are not GitHub's. */
export const sites = 'slack twitter mastodon matrix discord linkedin telegram gitter zulip'.split(' ')

const siteNames: ReadonlySet<string> = new Set(sites)

export const isSiteWord = (word: string): boolean => siteNames.has(word.toLowerCase())

/** Lower-case words of sentences, which are in no name. */
export const sentenceWords =
  wordSet(`the for is are was been would will can should must not if when than this that these those there
  here who whom whose which what we us our you your they them their please welcome wanted needed need needs looking searching seeking
  more another someone somebody anyone anybody nobody everyone help reach contact ask ping via be to come has have`)

const noteStarters =
  wordSet(`please looking searching seeking someone somebody anyone anybody nobody everyone who we you they note todo
  the if any contact`)

/** `Please ask in Slack`: how a note begins, and no name. */
export const startsNoteWord = (word: string): boolean => noteStarters.has(word.toLowerCase())

const negations = wordSet('no not non never')

/** `not primary` */
export const isNegationWord = (word: string): boolean => negations.has(word.toLowerCase())

/** What GitHub accepts as an account, unless it looks like a capitalized word or initials of an organization: `ada`, not `Ada` or `CNCF`. */
export const isHandleLikeWord = (word: string): boolean =>
  /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$/.test(word) && !/^(?:[A-Z][a-z]+|[A-Z]{2,6})$/.test(word)

/** The text of a link that is not a name: `[GitHub profile](https://github.com/ada)` */
export const isContactLinkWord = (shown: string): boolean =>
  /^(?:github|e-?mail|mail|profile|account|contact)(?:[ \t]profile)?$/i.test(shown)
