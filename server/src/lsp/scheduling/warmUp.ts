import { nextTurn } from './eventLoop.ts'

const sampleIdea = `#### Count the stars

- Description: A telescope counts **stars** and \`planets\`, see [the sky](https://example.org/sky).
  - one at a time
- Expected Outcome: a number
- Recommended Skills: Go, C/C++ and patience
- Expected project size: large (~350 hour projects)
- Mentor(s):
  - Ada Fern (@ada-fern, ada@example.org) - primary
  - Bo Reed (@bo-reed, bo@example.org)
- Upstream Issue (URL): https://github.com/example/sky/issues/1
`

const sampleLists = [
  // the smallest list: everything is compiled with it
  '# Sky\n\n## Stars\n\n- Description: all\n- Mentor(s): Ada Fern (@ada-fern)\n',
  `# Ideas\n\n- [Sky](#sky)\n  - [Count the stars](#count-the-stars)\n\n### Sky\n\n${sampleIdea}`,
  `## Template\n\n\`\`\`\n### Project\n\n${sampleIdea}\`\`\`\n\n### Sky\n\n${sampleIdea}\n${sampleIdea.replace(/^- M.*\n/m, '')}`,
]

// the first real file takes half the time after this, and so do the first keys; more gains little
const rounds = 20
const keysPerRound = 4
/** Where the keys go: into the first description. */
const typingPlaces = ['A telescope', 'all']

/** What warming up needs of the server: a document of a text, and one key in it with everything that an answer costs. */
export interface WarmUpSample<D> {
  readonly open: (text: string) => D
  readonly type: (document: D, offset: number) => void
}

/**
 * Reads small lists and types into them again and again, one a turn, so that the code which the first real file needs is compiled by
 * then. Ends for good as soon as `isBusy`.
 */
export function warmUp<D>({ open, type }: WarmUpSample<D>, isBusy: () => boolean): void {
  const step = (round: number): void => {
    if (round === rounds || isBusy()) return
    const text = sampleLists[Math.min(round, sampleLists.length - 1)]!
    const offset = Math.max(...typingPlaces.map((place) => text.indexOf(place)))
    const document = open(text)
    for (let key = 0; key < keysPerRound; key++) type(document, offset)
    nextTurn(() => step(round + 1))
  }
  nextTurn(() => step(0))
}
