import fc from 'fast-check'

/** `~` is replaced by a word of prose that is nowhere else in the list. */
const pick = (...of: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...of)

const labelled = (right: string, ...others: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      pick('- ', '- ', '- ', '* ', '-', '', '1. ', '-\t'),
      pick('', '', '', '**', '_'),
      pick(right, right, ...others),
      pick(':', ':', ':', '', ' -', ': :'),
    )
    .map(([bullet, mark, label, colon]) => `${bullet}${mark}${label}${mark}${colon}`)

const prose = pick(
  ' ~ ~',
  ' ~, ~ and ~.',
  '',
  '\n  - ~\n  - ~',
  '\n\n  ~\n\n  ~',
  '\n\n~ ~',
  '\n- ~\n- ~',
  ' ~\n~',
  ' ~\n\n```\n~\n```',
  ' ~\n  1. ~\n  2. ~: ~',
  ' # ~',
  ' #',
  ' ~ <!-- ~ -->',
  ' [~](https://example.org)',
)

const person = fc
  .tuple(
    pick('Ada Fern', 'Ben Oak', 'Cy-Ann, Elm', '[Dee Ash](https://github.com/dee)', '', 'Primary Mentor: Ed Yew', '**Flo Bay**'),
    pick(' (', ' (', ' (', ' ', '(', ', '),
    pick('@ada', '@ben', '@@cy', 'dee', '@ed-', '', 'https://github.com/flo', 'https://example.org/gus'),
    pick(', ', ', ', ' ', ' / '),
    pick('ada@example.org', 'ben@example.org', 'cy AT example DOT org', '', 'dee@example'),
    pick(')', ')', ')', ''),
    pick('', '', ' - primary', ' - ~', ', ~', ' from ~', ' (primary)', ', Gil Fir', ', Tech lead at @example'),
  )
  .map((parts) => parts.join(''))

const people = fc
  .tuple(
    fc.array(person, { minLength: 1, maxLength: 4 }),
    pick('\n  - ', '\n  - ', '\n  - ', '\n    * ', ', ', ' and ', '\n- ', '\n\n  - '),
  )
  .map(([all, between]) => (between.startsWith('\n') ? all.map((one) => between + one).join('') : ` ${all.join(between)}`))

const field = (label: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(label, value).map(([head, rest]) => `${head}${rest}`)

const fields: readonly fc.Arbitrary<string>[] = [
  field(labelled('Description', 'description', 'Descripton'), prose),
  field(labelled('Expected Outcome', 'Outcomes', 'Expected outcome'), prose),
  field(labelled('Recommended Skills', 'Required skills', 'Skills'), prose),
  field(
    labelled('Expected project size', 'Project size'),
    pick(
      ' medium (~175 hours)',
      ' 175 hrs',
      ' huge',
      ' medium (350 hours)',
      ' ~',
      '',
      ' small # one of small, medium',
      ' Large ~',
    ),
  ),
  field(labelled('Mentor(s)', 'Mentors', 'Mentors (GitHub handle)', 'Mentor'), people),
  field(
    labelled('Upstream Issue (URL)', 'Upstream Issue', 'Issue'),
    pick(
      ' https://github.com/goharbor/harbor/issues/1',
      ' TBD',
      ' goharbor/harbor#2',
      '',
      ' ~ https://example.org',
      ' <https://example.org>',
    ),
  ),
  field(labelled('LFX URL', 'Apply for LFX URL'), pick('', ' TBD', ' https://mentorship.lfx.linuxfoundation.org/project/1')),
  field(labelled('Deliverables', 'Contact', 'Expected Outcme'), prose),
  pick('~ ~', '> ~', '<!-- ~ -->', '- ~', '---', '* * *', '  ~'),
]

const idea = fc
  .tuple(
    pick('##### ', '##### ', '##### ', '#### ', '###### ', '##### **'),
    pick('Sign more', 'Trace what is dropped', 'Sign what is copied', 'Example Title'),
    pick('\n\n', '\n', '\n\n~\n\n'),
    fc.oneof(
      fc.tuple(...fields.slice(0, 6)).map((all): readonly string[] => all),
      fc.array(fc.oneof(...fields), { maxLength: 9 }),
    ),
    pick('\n', '\n', '\n\n'),
  )
  .map(([level, title, gap, all, between]) => `${level}${title}${level.endsWith('**') ? '**' : ''}${gap}${all.join(between)}\n`)

const project = fc
  .tuple(
    pick('#### ', '#### ', '### ', '##### '),
    pick('Harbor', 'harbor', 'Habror', 'Cilium', 'etcd', 'My own'),
    fc.array(idea, { maxLength: 3 }),
  )
  .map(([level, name, ideas]) => [`${level}${name}\n`, ...ideas].join('\n'))

const table = pick(
  '',
  '<!-- TOC -->\n* [Harbor](#harbor)\n  * [Sign what is copied](#sign-what-is-copied)\n* [Cilium](#cillium)\n<!-- TOC -->\n\n',
  '- [etcd](#etcd)\n- [Harbor](#harbor)\n- [Sign what is copied](#sign)\n- [Gone](#gone)\n\n',
)

/** A project without findings: it makes the file an idea list, whatever else is in it. */
const sound = `#### Keylime

##### Attest more

- Description: ~
- Expected Outcome: ~
- Recommended Skills: ~
- Expected project size: medium (~175 hours)
- Mentor(s):
  - Hal Rye (@hal, hal@example.org) - primary
  - Ina Sky (@ina, ina@example.org)
- Upstream Issue (URL): https://github.com/keylime/keylime/issues/1
`

const numbered = (text: string): string => {
  let count = 0
  return text.replace(/(?<![(\d])~(?!\d)/g, () => `word${count++}x`)
}

/** Where lists are kept: a programme and a year each, with what they ask for. */
export const aPath = fc.constantFrom(
  'programs/summerofcode/2026.md',
  'programs/summerofcode/2022.md',
  'programs/summerofcode/2020.md',
  'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md',
  'programs/lfx-mentorship/2025/01-Mar-May/README.md',
)

/** Lists of ideas with slips in everything that an author writes. Words of prose, `word0x` and so on, occur once each. */
export const messyList = fc
  .tuple(table, fc.array(project, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([toc, projects, soundFirst]) =>
    numbered(`## Ideas\n\n${toc}${(soundFirst ? [sound, ...projects] : [...projects, sound]).join('\n')}`),
  )

/** The words of prose in a text, each as often as it occurs. */
export const proseOf = (text: string): readonly string[] => (text.match(/word\d+x/g) ?? []).toSorted()
