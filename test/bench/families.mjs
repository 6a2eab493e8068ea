/** Kinds of texts that are hard on some part of the product, each of any length: `family(bytes)`. */

/** Repeats `part(index)` until the text is long enough. */
function upTo(bytes, part) {
  const parts = []
  for (let length = 0, index = 0; length < bytes; index++) {
    const text = part(index)
    parts.push(text)
    length += text.length
  }
  return parts.join('')
}

const fields = (index, more = '') => `- Description: what number ${index} is about, in a few words
- Expected Outcome: it is there
- Recommended Skills: Go
- Expected project size: small (~90 hour projects)
${more}- Mentor(s):
  - Ada Fern ${index} (@ada-fern-${index}, ada${index}@example.org) - primary
  - Bo Reed ${index} (@bo-reed-${index}, bo${index}@example.org)
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/${index}
`
const idea = (index, more) => `##### Idea number ${index}\n\n${fields(index, more)}\n`
const head = '# Ideas\n\n'
const tail = `\n#### Harbor\n\n${idea(1)}`
const withToc = (rows) => `${head}## Table of Contents\n\n${rows}\n${tail}`
const inOneIdea = (lines) => `${head}#### Harbor\n\n##### Sign copies\n\n${lines}\n${idea(1)}`
const body = (text) => `${head}#### Harbor\n\n${text}`
const words = ['alpha', 'beta', 'gamma', 'delta', 'eps', 'zeta', 'eta', 'theta', 'iota', 'kappa']
const word = (index) => [...String(index)].map((digit) => words[Number(digit)]).join(' ')

export const families = {
  'a list in order': (bytes) => body(upTo(bytes, idea)),
  'contents: equal broken rows': (bytes) => withToc(upTo(bytes, () => '- [Same](#same)\n')),
  'contents: broken rows': (bytes) => withToc(upTo(bytes, (i) => `- [Row ${i}](#row-${i})\n`)),
  'contents: 90 deep': (bytes) => withToc(upTo(bytes, (i) => `${'  '.repeat(i % 90)}- [Row ${i}](#row-${i})\n`)),
  'contents: rows without links': (bytes) => withToc(upTo(bytes, (i) => `- Row ${i}\n`)),
  'contents: rows in reverse': (bytes) => {
    const ideas = Array.from({ length: Math.ceil(bytes / 120) }, (_, i) => i)
    const rows = ideas.toReversed().map((i) => `  - [Idea ${i}](#idea-${i})\n`)
    return `${head}## Table of Contents\n\n- [Harbor](#harbor)\n${rows.join('')}\n#### Harbor\n\n${ideas.map((i) => `##### Idea ${i}\n\n- Description: x\n- Mentors: a (@a)\n\n`).join('')}`
  },
  'contents: no row for any idea': (bytes) =>
    `${withToc('- [Harbor](#harbor)\n')}\n${upTo(bytes, (i) => `##### R${i}\n\n- Description: x\n- Mentors: a\n\n`)}`,
  'contents: equal titles': (bytes) =>
    withToc(upTo(bytes / 2, (i) => `  - [Tests](#tests-${i})\n`)) +
    upTo(bytes / 2, () => '##### Tests\n\n- Description: x\n- Mentors: a (@a)\n\n'),
  'fields: unknown, near a label': (bytes) => inOneIdea(upTo(bytes, (i) => `- Descripton ${i}: x\n`)),
  'fields: unknown': (bytes) => inOneIdea(upTo(bytes, (i) => `- ${word(i)}: x\n`)),
  'fields: one repeated': (bytes) => inOneIdea(upTo(bytes, (i) => `- Description: text ${i}\n`)),
  'fields: without bullets': (bytes) => body(upTo(bytes, (i) => `##### Idea ${i}\n\nDescription: x\n\nMentors: a (@a${i})\n\n`)),
  'fields: out of order': (bytes) =>
    body(
      upTo(
        bytes,
        (i) =>
          `##### Idea ${i}\n\n${fields(i)
            .split(/\n(?=- )/)
            .reverse()
            .join('\n')}\n\n`,
      ),
    ),
  'fields: of no idea': (bytes) =>
    `${head}${upTo(bytes, (i) => `#### Project ${i}\n\n- Description: x\n- Mentors: a (@a)\n- Recommended Skills: Go\n\n`)}`,
  'ideas: empty': (bytes) =>
    `${body(idea(1))}${upTo(bytes, (i) => `##### A rather long title of idea number ${i}\n\n`)}${idea(2)}`,
  'ideas: that lack fields': (bytes) => body(upTo(bytes, (i) => `##### R${i}\n\n- Description: x\n- Mentors: a\n\n`)),
  'ideas: of one title': (bytes) => body(upTo(bytes, (i) => idea(i).replace(/^.*/, '##### The same title'))),
  'ideas: of one text': (bytes) =>
    body(
      upTo(bytes, (i) =>
        idea(i).replace(/Description: .*/, 'Description: the same words, long enough to be compared with those of others'),
      ),
    ),
  'ideas: at other levels': (bytes) =>
    body(upTo(bytes, (i) => `${i % 5 === 0 ? '####' : '#####'} A rather long title of idea ${i}\n\n${fields(i)}\n`)),
  'projects: out of order': (bytes) =>
    `${head}${upTo(bytes, (i) => `#### Project ${(i * 7919) % 100_000}\n\n##### Idea ${i}\n\n- Description: x\n- Mentors: a (@a)\n- Recommended Skills: Go\n\n`)}`,
  'projects: of one name': (bytes) =>
    `${head}${upTo(bytes, (i) => `#### Harbor\n\n##### Idea ${i}\n\n- Description: x\n- Mentors: a (@a)\n- Recommended Skills: Go\n\n`)}`,
  'projects: misspelled': (bytes) =>
    `${head}${upTo(bytes, (i) => `#### Kuberntes\n\n##### Idea ${i}\n\n- Description: x\n- Mentors: a (@a)\n- Recommended Skills: Go\n\n`)}`,
  'mentors: on one line': (bytes) =>
    inOneIdea(
      `- Description: x\n- Mentor(s): ${upTo(Math.min(bytes, 60_000), (i) => `Ada Fern (@ada-${i}), `)}\n${upTo(bytes - 60_000, (i) => `\ntext ${i}\n`)}`,
    ),
  'mentors: items': (bytes) =>
    inOneIdea(`- Description: x\n- Mentor(s):\n${upTo(bytes, (i) => `  - Ada Fern ${i} (@ada-${i}, ada${i}@example.org)\n`)}`),
  'mentors: of other forms': (bytes) => body(upTo(bytes, (i) => idea(i).replace(/ \((@[\w-]+), ([^)]+)\)/g, ' $1 <$2>'))),
  'mentors: one of several addresses': (bytes) =>
    body(upTo(bytes, (i) => idea(i).replaceAll(/@(ada|bo)-(fern|reed)-\d+/g, '@$1-$2'))),
  'template: many labels': (bytes) =>
    `${head}## Template\n\n\`\`\`\n#### Project\n##### Title\n${upTo(Math.min(bytes / 2, 60_000), (i) => `- Label ${word(i)}: # a note on ${i}\n`)}\`\`\`\n\n#### Harbor\n\n${upTo(bytes / 2, idea)}`,
  'suppressions: one a line': (bytes) =>
    body(
      upTo(
        bytes,
        (i) => `<!-- idea-files-disable-next-line toc-order -->\n##### Idea ${i}\n\n- Description: x\n- Mentors: a (@a)\n\n`,
      ),
    ),
  'blocks: emphasis': (bytes) => body(`${idea(1)}${upTo(bytes, () => `${'*a_ '.repeat(300)}\n\n`)}`),
  'blocks: brackets': (bytes) => body(`${idea(1)}${upTo(bytes, () => `${'['.repeat(700)}\n\n`)}`),
  'blocks: setext headings': (bytes) => body(`${idea(1)}${upTo(bytes, (i) => `Title ${i}\n-----\n\n`)}`),
  'blocks: quotes': (bytes) => body(`${idea(1)}${upTo(bytes, (i) => `> ### Quoted ${i}\n> text\n\n`)}`),
  'blocks: link definitions': (bytes) =>
    body(`${idea(1)}${upTo(bytes, (i) => `[a${i}]: https://example.org/${i}\n[a${i}]\n\n`)}`),
  'blocks: tables': (bytes) => body(`${idea(1)}${upTo(bytes, (i) => `| a ${i} | [b](#c${i}) |\n`)}`),
  'blocks: conflict marks': (bytes) => body(upTo(bytes, (i) => `<<<<<<< a\n${idea(i)}=======\n>>>>>>> b\n`)),
  'blocks: HTML': (bytes) => body(`${idea(1)}${upTo(bytes, (i) => `<details><a name="x${i}"></a>\n\n</details>\n\n`)}`),
  'links: to one heading': (bytes) => body(`${idea(1)}${upTo(bytes, (i) => `See [it ${i}](#idea-number-1).\n\n`)}`),
}
