import { nextTurn } from './eventLoop.ts'

/** Has what most lists have; `word` is new in each, as what is known of a text is not read again. */
const sampleList = (word: string): string => `# Ideas for summer ${word}

<!-- TOC -->
* [Sky${word}](#sky${word})
  * [Count the stars ${word}](#count-the-stars-${word})
  * [Watch planet ${word}](#watch-planet-${word})
* [Harbor ${word}](#harbor-${word})
<!-- TOC -->

## Template

\`\`\`
#### CNCF Project Name

##### Project Title

- Description: what is to be done
- Recommended Skills: Go, YAML
- Mentor(s):
  - Jane Doe (@jane-doe, jane@example.org) - primary
\`\`\`

## Ideas

#### Sky${word}

##### Count the stars ${word}

- Description: A telescope counts **stars** and \`planets${word}\`, see [the sky](https://example.org/sky/${word}). It can't tell
  them apart yet (issue #12), and it is slow: one at a time.
- Expected Outcome:
  - a number of ${word} stars
  - tests, and documentation for https://example.org/docs
- Recommended Skills: Go${word}, C/C++, Kubernetes and ${word} patience
- Expected project size: large (~350 hour projects)
- Mentor(s):
  - Ada Fern${word} (@ada-fern${word}, ada.${word}@example.org) - primary
  - [Bo Van Reed${word}](https://github.com/bo-reed${word}), bo${word}@example.org
- Upstream Issue (URL): https://github.com/example${word}/sky/issues/1

##### Watch planet ${word}

- Description: Planets${word} move.

  They move in ellipses ${word}:

  1. slowly at the far end
  2. quickly near the sun
- Expected outcome: A film of *planet ${word}*, [published](https://example.org/${word})
- Recommended Skills: ${word}script, Rust, HTML/CSS
- Size: medium
- Mentor(s): Cy Lake${word} (@cy${word}, Example Inc.), Di Moss (UTC+2) and Ed Oak${word} (@ed-oak${word})
- Upstream Issue: TBD

#### Harbor ${word}

##### Light the ${word} tower

- Description:
  Lamps of ${word} towers burn out
- Recommended Skills: TypeScript, ${word}
- Expected project size: 175 hours
- Mentor(s):
  - Flo Hill${word} (flo@@example.org)
  - @gil${word}
`

/** A list of an own form. */
const sampleListOfOwnForm = (word: string): string => {
  const idea = (title: string, mentor: string): string =>
    `## ${title} ${word}\n\n**Skills**: Go, ${word}\n\n**Size**: 175 hours\n\n**Mentors**: ${mentor}${word}\n\nThe ${word} is slow.\n\n`
  return `# Ideas of ${word}\n\n${idea('Turn the lamp', 'Mia Stone @mia')}${idea('Count ships', 'Leo Brook @leo')}${idea('Dim it', 'Mia Stone @mia')}`
}

/** Everything is compiled with the smallest list. */
const smallestList = '# Sky\n\n## Stars\n\n- Description: all\n- Mentor(s): Ada Fern (@ada-fern)\n'

// the first real file takes half the time after this, and so do the first keys; more gains little
const rounds = 20
const keysPerRound = 2
/** Where the keys go: to the beginning of a description. */
const typingPlace = /(?<=^- Description: )|(?<=^The \w\w )/m

/**
 * The list of a round. Every second one has a character beyond Latin-1: V8 compiles each regular expression once for texts with one byte
 * a character, and once for those with two.
 */
function listOfRound(round: number): string {
  if (round === 0) return smallestList
  const word = 'abcdefghijklmnopqrstuvwxyz'.charAt(round).repeat(2)
  const list = round % 3 === 2 ? sampleListOfOwnForm(word) : sampleList(word)
  return round % 2 === 0 ? list : list.replace('Ideas', 'Ideas –')
}

/** What warming up needs of the server: a document of a text, and one key in it with everything that an answer costs. */
export interface WarmUpSample<D> {
  readonly open: (text: string) => D
  readonly type: (document: D, offset: number) => void
}

/**
 * Reads small lists and types into them, one a turn, so that the code which the first real file needs is compiled by then. Ends for good
 * as soon as `isBusy`.
 */
export function warmUp<D>({ open, type }: WarmUpSample<D>, isBusy: () => boolean): void {
  const step = (round: number): void => {
    if (round === rounds || isBusy()) return
    const text = listOfRound(round)
    const document = open(text)
    for (let key = 0; key < keysPerRound; key++) type(document, text.search(typingPlace))
    nextTurn(() => step(round + 1))
  }
  nextTurn(() => step(0))
}
