import fc from 'fast-check'

// lists as organizations write them; `~` becomes a word of prose that occurs once

const pick = <T>(...of: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...of)

interface Label {
  readonly name: string
  readonly value: string
}

/** Writes the labels of an idea whose heading has a level. */
type LabelForm = (labels: readonly Label[], level: number) => string

const lines =
  (write: (label: Label) => string, gap = '\n'): LabelForm =>
  (labels) =>
    labels.map(write).join(gap)

const nested = (value: string): string => (value.includes('\n') ? value.replaceAll('\n', '\n  ') : ` ${value}`)
const cell = (value: string): string => value.replaceAll('\n- ', '<br>').replaceAll('\n', ' ').replaceAll('|', '/').trim()

/** F1 to F7 and F9 of the forms of a label. */
const labelForms: Readonly<Record<string, LabelForm>> = {
  item: lines(({ name, value }) => `- ${name}:${nested(value)}`),
  boldItem: lines(({ name, value }) => `* **${name}:**${nested(value)}`),
  emojiItem: lines(({ name, value }) => `- 🌱\u00a0**${name}**:\u00a0${nested(value).trimStart()}`),
  paragraph: lines(({ name, value }) => `**${name}**: ${value}`, '\n\n'),
  italic: lines(({ name, value }) => `_${name}:_ ${value}`, '\n\n'),
  hardBreaks: lines(({ name, value }) => `**${name}:** ${value}  `),
  ownLine: lines(({ name, value }) => `**${name}**<br>\n${value}`, '\n\n'),
  ownParagraph: lines(({ name, value }) => `**${name}**\n\n${value}`, '\n\n'),
  plain: lines(({ name, value }) => `${name}: ${value}`, '\n\n'),
  wideColon: lines(({ name, value }) => `**${name}**：${value}`, '\n\n'),
  bareItem: lines(({ name, value }) => `- ${name}\n  - ${value.trim().replace(/^- /, '').replaceAll('\n', '\n  ')}`),
  heading: (labels, level) => labels.map(({ name, value }) => `${'#'.repeat(level + 1)} ${name}\n\n${value}`).join('\n\n'),
  rows: (labels) =>
    ['| What | Value |', '| --- | --- |', ...labels.map(({ name, value }) => `| ${name} | ${cell(value)} |`)].join('\n'),
  columns: (labels) =>
    [
      `| ${labels.map(({ name }) => name).join(' | ')} |`,
      `|${labels.map(() => ' --- |').join('')}`,
      `| ${labels.map(({ value }) => cell(value)).join(' | ')} |`,
    ].join('\n'),
  bars: (labels) => labels.map(({ name, value }) => `**${name}**: ${cell(value)}`).join(' | '),
}

const anyLabelForm = pick(...Object.values(labelForms))

interface Words {
  readonly description: string
  readonly outcome: string
  readonly skills: string
  readonly size: string
  readonly level: string
  readonly mentors: string
  readonly other: string
}

const anyWords = pick<Words>(
  {
    description: 'Description',
    outcome: 'Expected outcome',
    skills: 'Skills required',
    size: 'Project size',
    level: 'Difficulty',
    mentors: 'Possible mentors',
    other: 'Resources',
  },
  {
    description: 'Abstract',
    outcome: 'Goals',
    skills: 'Prerequisites',
    size: 'Length',
    level: 'Complexity',
    mentors: 'Mentor(s)',
    other: 'Apply',
  },
  {
    description: 'Beschreibung',
    outcome: 'Ergebnis',
    skills: 'Kenntnisse',
    size: 'Umfang',
    level: 'Schwierigkeit',
    mentors: 'Betreuung',
    other: 'Unterlagen',
  },
  {
    description: 'Description',
    outcome: 'Goals',
    skills: 'Skills',
    size: 'Estimate',
    level: 'Class',
    mentors: 'Mentors',
    other: 'Ticket',
  },
  {
    description: '项目描述',
    outcome: '成果',
    skills: '技术要求',
    size: '时长',
    level: '难度',
    mentors: '导师',
    other: '仓库',
  },
)

const somePeople = pick(
  'Mia Stone',
  '[Mia Stone](https://github.com/miast), [Noor Haddad](https://github.com/noorh)',
  '[@miast](https://github.com/miast) and [@noorh](https://github.com/noorh)',
  '@miast @noorh',
  '- Mia Stone (@miast, mia@example.org)\n- Noor Haddad (noor@example.org)',
  '- **Primary:** Mia Stone (@miast)\n- **Backup:** Noor Haddad',
  'Mia Stone < mia@example.org >; Noor Haddad <noor@example.org>',
  'TBD',
  'Lamp Team',
  'Mia Stone\nNoor Haddad',
  '{{% mention "miast" %}} & miast',
  '',
)

const someProse = pick('~ ~ ~.', '- ~ ~\n- ~', '~ ~: ~.', '**~** ~\n~', '', '~ [~](https://example.org/~)')

const aLabel = (name: string, value: fc.Arbitrary<string>): fc.Arbitrary<Label> => value.map((each) => ({ name, value: each }))

const labelsOf = (words: Words): fc.Arbitrary<readonly Label[]> =>
  fc
    .tuple(
      aLabel(words.description, someProse),
      aLabel(words.outcome, someProse),
      aLabel(words.skills, pick('Rust, ~', '- Go\n- ~', '~ and ~')),
      aLabel(words.size, pick('175 hours', '~90 h', 'large', '12 weeks', '')),
      aLabel(words.level, pick('easy', 'Hard', '★★☆', '')),
      aLabel(words.mentors, somePeople),
      aLabel(
        words.other,
        pick(
          'https://mentorship.lfx.linuxfoundation.org/project/0a1b2c3d-0000-4000-8000-00000000000a',
          '- ~: https://example.org/~\n- ~',
          'https://github.com/lamps/lamp/issues/7',
        ),
      ),
    )
    .chain((all) => fc.shuffledSubarray([...all], { minLength: 3 }).map((some) => (some.length > 5 ? all : some)))

interface Frame {
  readonly words: Words
  readonly form: LabelForm
  readonly level: number
  readonly prefix: string
}

const anIdea = ({ words, form, level, prefix }: Frame): fc.Arbitrary<string> =>
  fc
    .tuple(
      pick(level, level, level, level, level, level + 1, level - 1),
      pick('Turn faster', 'Turn ~', 'Dim ~ ✅', '1) Wire ~', 'Template questions ~', 'Count the ~', 'Make it ~'),
      labelsOf(words),
      fc.oneof({ weight: 9, arbitrary: fc.constant(form) }, { weight: 1, arbitrary: anyLabelForm }),
      pick('', '', '', '~ ~.\n\n', '<!-- ~ -->\n\n', '```\n~: ~\n```\n\n'),
    )
    .map(
      ([own, title, labels, ownForm, prose]) =>
        `${'#'.repeat(Math.max(1, own))} ${prefix}${title}\n\n${prose}${ownForm(labels, Math.max(1, own))}\n\n`,
    )

const group = (frame: Frame): fc.Arbitrary<string> =>
  fc
    .tuple(pick('Indoor lamps', 'Outdoor', '2031', 'Small (90 hours)'), fc.array(anIdea(frame), { minLength: 1, maxLength: 3 }))
    .map(([title, ideas]) => `${'#'.repeat(Math.max(1, frame.level - 1))} ${title}\n\n${ideas.join('')}`)

const withHeadings = fc
  .record({ words: anyWords, form: anyLabelForm, level: pick(2, 3, 3, 1), prefix: pick('', '', 'Idea: ') })
  .chain((frame) =>
    fc
      .tuple(
        pick('# Ideas\n\n', '# Ideas\n\n- [Turn faster](#turn-faster)\n- [Gone](#gone)\n\n', '', '---\ntitle: Lamps\n---\n\n'),
        fc.array(fc.oneof(anIdea(frame), group(frame)), { minLength: 1, maxLength: 4 }),
        pick(
          '',
          '',
          '## Mentors\n\n~ ~ ~.\n',
          '---\n\n~ ~\n',
          `## Your idea\n\n**${frame.words.size}**: N hours\n\n**${frame.words.mentors}**: ???\n`,
        ),
      )
      .map(([head, ideas, tail]) => head + ideas.join('') + tail),
  )

/** A table with an idea a row. */
const rowList = fc
  .tuple(
    pick('| Project | Idea | Skills | Mentor(s) |', '| # | Mentorship | Focus | Mentors |', '|题目|项目|难度|导师|'),
    fc.array(fc.tuple(pick('Lamps', '1'), pick('**Turn faster**', 'Dim ~', '[Wire it](https://example.org)'), somePeople), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(
    ([head, rows]) =>
      `# Ideas\n\n${head}\n|---|---|---|---|\n${rows.map(([project, title, people]) => `| ${project} | ${title} | easy | ${cell(people)} |`).join('\n')}\n\n~ ~\n`,
  )

/** F8: a file that is one idea. */
const matterFile = fc
  .tuple(
    pick('title: Turn faster', 'name: "Dim: at dawn"', 'layout: idea'),
    pick(
      'mentors: [miast, noorh]',
      'project_mentors:\n  - name: Mia Stone\n    email: mia@example.org',
      'mentors:\n  - first_name: Mia\n    last_name: Stone',
      'mentors: Mia Stone, Noor Haddad',
      'mentors: {a: [}',
    ),
    pick('difficulty: easy', 'duration: 350', 'skills:\n  - Rust\n  # none\n  - Go', ''),
    pick('## Description\n\n~ ~.\n\n## Tasks\n\n- ~\n- ~\n', '# Turn faster\n\n~\n', ''),
  )
  .map(([title, mentors, facet, body]) => `---\n${title}\n${mentors}\n${facet}\n---\n\n${body}`)

const numbered = (text: string): string => {
  let count = 0
  return text.replace(/~(?!\d)/g, () => `word${count++}x`)
}

/** Lists, and nearly lists, in all forms of labels (`docs/spec.md#learned-lists`). Words of prose, `word0x` and so on, occur once each. */
export const listInAnyForm: fc.Arbitrary<string> = fc
  .oneof({ weight: 8, arbitrary: withHeadings }, { weight: 1, arbitrary: rowList }, { weight: 1, arbitrary: matterFile })
  .map(numbered)

/** What an author types into such a list: labels in several forms, headings, halves of marks. */
export const editInAnyForm = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: pick(0, 0, 0, 0, 1, 3, 25, 200),
  insert: pick(
    'x',
    ' ',
    '\n',
    '**',
    ':',
    '- ',
    '|',
    '#',
    '\n\n**Difficulty**: hard\n\n',
    '\n- Mentors: Mia Stone\n',
    '\n### Idea: Glow\n\n**Skills**: C\n\n**Mentors**: @miast\n\n',
    '\n#### Mentors\n\n',
    '<!--',
    '-->',
    '```\n',
    '---\n',
    '@miast',
    'TBD',
    '',
  ),
})
