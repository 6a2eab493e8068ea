import { isJobWord, isMentorTeamWord, wordSet } from './mentorWords.ts'

/** Words of which one is enough: no person is called so, but an organization, a department or a post is. */
const affiliationWords =
  wordSet(`inc ltd llc gmbh ag corp corporation company co. plc group labs lab laboratory laboratories university
  universität universidad université università universidade hochschule college school academy faculty department dept institute institut
  instituto foundation association society technologies technology tech systems solutions services consulting software hardware
  research science sciences cloud data digital networks networking network telekom telecom electric computing security engineering
  infrastructure platform platforms operations relations reliability marketing product products design development documentation
  community open source project ventures bank insurance global international national industries enterprise enterprises partners
  studio studios media center centre hospital government ministry city state scientist consultant specialist analyst president
  evangelist lecturer postdoc programmer administrator coordinator officer phd senior principal staff working special interest
  committee council steering mentor mentors policy agent mesh gateway operator controller api registry runtime rollouts workflows telemetry
  proxy scheduler autoscaler collector exporter plugin plugins sdk cli kernel`)

/** Organizations and places of several words that could be a person's name. */
const affiliations: ReadonlySet<string> = new Set(
  `red hat, hugging face, palo alto, ant financial, morgan stanley, goldman sachs, wells fargo, capital one, home depot, best buy,
  hewlett packard, texas instruments, rolls royce, liberty mutual, american express, mercedes benz, carnegie mellon, johns hopkins,
  imperial college, eth zurich, new york, san francisco, san jose, san diego, los angeles, las vegas, hong kong, new delhi, tel aviv,
  sao paulo, são paulo, buenos aires, mexico city, united states, united kingdom, sri lanka, south korea, costa rica, new zealand, south africa, czech
  republic, saudi arabia, north america, latin america`
    .split(',')
    .map((name) => name.trim().replace(/\s+/g, ' ')),
)

/** Whether words name an organization, a place or a post: `Example Labs`, `Red Hat`, `University of Oslo`. */
export function isAffiliation(words: readonly string[]): boolean {
  const plain = words.map((word) => word.toLowerCase().replace(/[.,]$/, ''))
  return (
    affiliations.has(plain.join(' ')) ||
    plain.some((word) => affiliationWords.has(word)) ||
    isJobWord(plain.at(-1) ?? '') ||
    plain.some(isMentorTeamWord)
  )
}
