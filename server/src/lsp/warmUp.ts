import { nextTurn } from './turns.ts'

const idea = `#### Count the stars

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

const lists = [
  // the first is the smallest thing that is read at all: everything is compiled with it
  '# Sky\n\n## Stars\n\n- Description: all\n- Mentor(s): Ada Fern (@ada-fern)\n',
  `# Ideas\n\n- [Sky](#sky)\n  - [Count the stars](#count-the-stars)\n\n### Sky\n\n${idea}`,
  `## Template\n\n\`\`\`\n### Project\n\n${idea}\`\`\`\n\n### Sky\n\n${idea}\n${idea.replace(/^- M.*\n/m, '')}`,
]

// this saves a third or more of the time that the first real file takes; twice as many readings gain little
const rounds = 20

/**
 * Has small lists read over and over, one a turn, so that the code which the first real file needs is compiled by then.
 * Ends for good as soon as `wanted` says that there is something better to do.
 */
export function warmUp(read: (text: string) => void, wanted: () => boolean): void {
  const step = (round: number): void => {
    if (round === rounds || wanted()) return
    read(lists[Math.min(round, lists.length - 1)]!)
    nextTurn(() => step(round + 1))
  }
  nextTurn(() => step(0))
}
