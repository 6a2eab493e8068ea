import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mentorFormat } from '../../server/src/rules/mentorFormat.ts'
import { mentorHandle } from '../../server/src/rules/mentorHandle.ts'
import { mentorPrimary } from '../../server/src/rules/mentorPrimary.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { checkFirstFixes, lint, read } from '../support/checkRule.ts'
import { runs } from '../support/runs.ts'

const gsoc = { path: 'programs/summerofcode/2026.md', rules: [mentorFormat] }

const classic = { path: 'programs/summerofcode/2020.md', rules: [mentorFormat] }

const list = (mentors: string): string => `#### Harbor

##### Sign what is copied
- Description: Signatures travel along.
${mentors}
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`

/** Entries that are fine as they are, each alone in an item. */
const fine = [
  'Ada Example (@ada, ada@example.org)',
  'Ada Example (@ada)',
  'Ada Example (@ada , ada@example.org )',
  'Ada Example  (@ada,\tada@example.org)',
  'Ada Example\t(@ada, ada@example.org)',
  '**Ada Example** (@ada, ada@example.org)',
  '**Ada Example (@ada, ada@example.org)**',
  'Ada Example (`@ada`, ada@example.org)',
  'Ada Example (@ada, ada@example.org) - primary',
  'Ada Example (@ada, ada@example.org) -primary',
  'Ada Example (@ada, ada@example.org)- primary',
  'Ada Example (@ada, ada@example.org) – **Primary**',
  'Ada Example (@ada, ada@example.org) - Primary Mentor',
  'Ada Example (@ada, ada@example.org) - Secondary Mentor, from Example',
  'Ada Example (@ada, ada@example.org).',
  'Ada Example (@ada, ada@example.org),',
  'Ada Example (@ada, ada@example.org) ⭐',
  'Ada Example (@ada, ada@example.org)<br>',
  'Ada Example (@ada, ada@example.org) <!-- asked on 3 May -->',
  'Ada Example (@ada, <ada@example.org>)',
  'Ada Example (@ada, [ada@example.org](mailto:ada@example.org))',
  'Ada Example (@ada, ada AT example DOT org)',
  'Ada Example (@ada, ada [at] example [dot] org)',
  'Example, Ada-Lou (@ada, ada@example.org)',
  'Ada(Lou) (@ada)',
  'Ada Example (ada@example.org)',
  'Ada Example',
  'Ada Example (Google)',
  'Ada Example (IBM)',
  'Ada Example - primary',
  'Ada Example (https://gitlab.com/ada, ada@example.org)',
  'TBD',
]

for (const entry of fine) {
  test(`mentor-format: is left alone: ${entry}`, () => {
    assert.deepEqual(lint(list(`- Mentor(s):\n  - ${entry}`), gsoc), [])
    assert.deepEqual(lint(list(`- Mentor(s): ${entry}`), gsoc), [])
  })
}

/** Entries in another form, and what a safe fix makes of them. */
const fixed: readonly [before: string, after: string][] = [
  ['Ada Example, ada, ada@example.org', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example @ada ada@example.org', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example @ada', 'Ada Example (@ada)'],
  ['Ada Example - @ada', 'Ada Example (@ada)'],
  ['Ada Example: @ada, ada@example.org', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example @ada (ada@example.org)', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example @ada (ada AT example DOT org) - primary', 'Ada Example (@ada, ada AT example DOT org) - primary'],
  ['Ada Example (@ada ada@example.org)', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example (@ada / ada@example.org)', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example (@ada | ada@example.org)', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example(@ada, ada@example.org)', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example [@ada, ada@example.org]', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example (ada)', 'Ada Example (@ada)'],
  ['Ada Example (ada, ada@example.org)', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example (ada@example.org, @ada)', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example <ada@example.org> (@ada)', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example (@ada) <ada@example.org>', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example (@ada), ada@example.org', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example (@ada) (ada@example.org)', 'Ada Example (@ada, ada@example.org)'],
  ['[Ada Example](https://github.com/ada)', 'Ada Example (@ada)'],
  ['[Ada Example](https://github.com/ada) (ada@example.org)', 'Ada Example (@ada, ada@example.org)'],
  ['[Ada Example](https://github.com/ada) (@ada, ada@example.org)', 'Ada Example (@ada, ada@example.org)'],
  ['[Ada Example](mailto:ada@example.org) (@ada)', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example ([@ada](https://github.com/ada), ada@example.org)', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example ([ada](https://github.com/ada), ada@example.org)', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example (https://github.com/ada, ada@example.org)', 'Ada Example (@ada, ada@example.org)'],
  ['Ada Example https://github.com/ada', 'Ada Example (@ada)'],
  ['Primary Mentor: Ada Example (@ada, ada@example.org)', 'Ada Example (@ada, ada@example.org) - primary'],
  ['Primary: Ada Example (@ada, ada@example.org)', 'Ada Example (@ada, ada@example.org) - primary'],
  ['Secondary Mentor: Ada Example (@ada)', 'Ada Example (@ada) - Secondary Mentor'],
  ['Mentor: Ada Example (@ada)', 'Ada Example (@ada)'],
  ['Ada Example (@ada, ada@example.org) (primary)', 'Ada Example (@ada, ada@example.org) - primary'],
  ['Ada Example (@ada, ada@example.org), primary', 'Ada Example (@ada, ada@example.org) - primary'],
  ['Ada Example (@ada, ada@example.org, primary)', 'Ada Example (@ada, ada@example.org) - primary'],
  ['Ada Example (primary) (@ada, ada@example.org)', 'Ada Example (@ada, ada@example.org) - primary'],
  ['Ada Example (@ada, ada@example.org) from Example', 'Ada Example (@ada, ada@example.org) - from Example'],
  ['Ada Example (@ada, ada@example.org, Example)', 'Ada Example (@ada, ada@example.org) - Example'],
  ['Ada Example (@ada, Example Inc.)', 'Ada Example (@ada) - Example Inc.'],
  ['Ada Example (@ada) from Example (EU)', 'Ada Example (@ada) - from Example (EU)'],
  ['Ada Example (@ada) [Example]', 'Ada Example (@ada) - Example'],
  ['**Ada Example** @ada', 'Ada Example (@ada)'],
  ['Ada Example **@ada**', 'Ada Example (@ada)'],
  ['Ada Example @ada ⭐', 'Ada Example (@ada) ⭐'],
  ['Zoë Ünal 😀 Example @zoe', 'Zoë Ünal 😀 Example (@zoe)'],
]

for (const [before, after] of fixed) {
  test(`mentor-format: has the safe fix: ${before}`, () => {
    for (const [head, options] of [
      ['- Mentor(s):\n  - ', gsoc],
      ['- Mentor(s): ', gsoc],
      ['- Mentor(s): ', classic],
      ['*\t**Mentors:** ', classic],
    ] as const) {
      const text = list(`${head}${before}`)
      const [finding] = lint(text, options)
      assert.equal(finding?.fix, 'safe')
      checkFirstFixes(text, list(`${head}${after}`), options)
    }
  })
}

/** Whole fields, in the modern lists. */
const layouts: readonly [what: string, before: string, after: string | undefined][] = [
  [
    'several on the label’s line',
    '- Mentor(s): Ada Example (@ada), Ben Example (@ben)',
    '- Mentor(s):\n  - Ada Example (@ada)\n  - Ben Example (@ben)',
  ],
  [
    'in bold',
    '- **Mentor(s):** Ada Example (@ada) and Ben Example (@ben)',
    '- **Mentor(s):**\n  - Ada Example (@ada)\n  - Ben Example (@ben)',
  ],
  [
    'with stars',
    '* Mentors: Ada Example (@ada) & Ben Example (@ben)',
    '* Mentors:\n  * Ada Example (@ada)\n  * Ben Example (@ben)',
  ],
  [
    'with a tab',
    '-\tMentors: Ada Example (@ada); Ben Example (@ben)',
    '-\tMentors:\n\t- Ada Example (@ada)\n\t- Ben Example (@ben)',
  ],
  [
    'with numbers',
    '1. Mentors: Ada Example (@ada), Ben Example (@ben)',
    '1. Mentors:\n   - Ada Example (@ada)\n   - Ben Example (@ben)',
  ],
  [
    'in the style of another field',
    '- Expected Outcome:\n    * One thing\n- Mentors: Ada Example (@ada), Ben Example (@ben)',
    '- Expected Outcome:\n    * One thing\n- Mentors:\n    * Ada Example (@ada)\n    * Ben Example (@ben)',
  ],
  [
    'in one item',
    '- Mentors:\n  - Ada Example (@ada), Ben Example (@ben) - primary\n  - Cleo Example (@cleo)',
    '- Mentors:\n  - Ada Example (@ada)\n  - Ben Example (@ben) - primary\n  - Cleo Example (@cleo)',
  ],
  [
    'three, some of another form',
    '- Mentors: Ada Example @ada, [Ben Example](https://github.com/ben), Cleo Example (@cleo)',
    '- Mentors:\n  - Ada Example (@ada)\n  - Ben Example (@ben)\n  - Cleo Example (@cleo)',
  ],
  [
    'with a remark that holds a comma',
    '- Mentors:\n  - Ada Example (@ada), Example, Inc\n  - Ben Example (@ben)',
    '- Mentors:\n  - Ada Example (@ada) - Example, Inc\n  - Ben Example (@ben)',
  ],
  [
    'lines without bullets',
    '- Mentors:\n  Ada Example(@ada)\n  Ben Example (@ben)',
    '- Mentors:\n  - Ada Example (@ada)\n  - Ben Example (@ben)',
  ],
  [
    'lines at the margin',
    '- Mentors: Ada Example(@ada)\nBen Example (@ben)',
    '- Mentors:\n  - Ada Example (@ada)\n  - Ben Example (@ben)',
  ],
  ['tidy lines without bullets are let be', '- Mentors:\n  Ada Example (@ada)\n  Ben Example (@ben)', undefined],
  ['only one in a bold list', '- Mentors: **Ada Example (@ada), Ben Example (@ben)**', undefined],
  ['a bare label is another rule’s', '- Skills: Go\n\nMentors: Ada Example (@ada), Ben Example (@ben)\n', undefined],
  ['nobody’s name is known', '- Mentors:\n  - @ada (ada@example.org)\n  - @ben', undefined],
]

for (const [what, before, after] of layouts) {
  test(`mentor-format: several mentors: ${what}`, () =>
    checkFirstFixes(list(before), after === undefined ? undefined : list(after), gsoc))
}

test('mentor-format: in lists with several mentors on a line they stay on a line', () => {
  assert.deepEqual(lint(list('- Mentor(s): Ada Example (@ada), Ben Example (@ben) and Cleo Example (@cleo)'), classic), [])
  checkFirstFixes(
    list('- Mentor(s): [Ada Example](https://github.com/ada), Ben Example (ben) and Cleo Example (@cleo)'),
    list('- Mentor(s): Ada Example (@ada), Ben Example (@ben) and Cleo Example (@cleo)'),
    classic,
  )
})

test('mentor-format: a link is kept only by a link to the same address, not by a longer one', () => {
  const near = 'Lead: [Ada Example](https://github.com/ada) (https://example.org/a, ada at example.org)'
  const kept = `(@ada\\_x, ada@example.org) [site](https://example.org), ${near}`
  const kinds = lint(list(`- Mentor(s): ${kept}`), gsoc).flatMap(({ code, fix }) => (code === 'mentor-format' ? [fix] : []))
  assert.ok(kinds.length > 0)
  assert.ok(!kinds.includes('safe'), kinds.join())
})

test('mentor-format: words that a link shows and the new entry would not make it a matter of review', () => {
  const [finding] = lint(list('- Mentor(s):\n  - Ada Example ([Lovelace](https://github.com/ada), ada@example.org)'), gsoc)
  assert.equal(finding?.fix, 'review')
})

/** Rows of several people: no one gets the handle of another, and no one becomes a remark. */
const rows: readonly [row: string, split: readonly string[]][] = [
  ['Phan Le, Derek Su (@derekbit)', ['Phan Le', 'Derek Su (@derekbit)']],
  ['Derek Su (@derekbit) & Phan Le', ['Derek Su (@derekbit)', 'Phan Le']],
  ['Derek Su and Phan Le', ['Derek Su', 'Phan Le']],
  ['Derek Su, Phan Le', ['Derek Su', 'Phan Le']],
  ['Derek Su und Phan Le', ['Derek Su', 'Phan Le']],
  ['Derek Su; Phan Le', ['Derek Su', 'Phan Le']],
  ['@derekbit, @PhanLe1010', ['@derekbit', '@PhanLe1010']],
]

for (const [row, split] of rows) {
  test(`mentor-format: gives each person of a row a bullet: ${row}`, () => {
    for (const head of ['- Mentor(s):\n  - ', '- Mentor(s): ']) {
      const text = list(`${head}${row}`)
      const [fix, ...others] = lint(text, gsoc).flatMap(({ fixes }) => fixes?.() ?? [])
      assert.deepEqual([fix?.kind, others], ['review', []])
      assert.equal(applyEdits(text, fix!.edits), list(`- Mentor(s):\n${split.map((each) => `  - ${each}`).join('\n')}`))
    }
  })
}

/** Whose the contact is, or whether the second is a person at all, is unclear. */
for (const row of [
  'Ada Fern, Corner Shop (@ada)',
  'Ada Fern, Ben Oak (@x42)',
  'Ada Fern, Ben Oak from Example (@ben)',
  'Ada Fern (@ada), Ben Oak from Example',
  'Ada Fern (@ada) Ben Oak',
  'Ada Fern (@ada) with Ben Oak',
  'ADA FERN, BEN OAK (@ben)',
  'Harbor Maintainers, Ada Fern (@ada)',
]) {
  test(`mentor-format: proposes nothing where a remark may be a person: ${row}`, () => {
    const findings = lint(list(`- Mentor(s):\n  - ${row}`), gsoc)
    assert.deepEqual(
      findings.map(({ message, fixes }) => [message.replace(/".*?"/, '…'), fixes]),
      [['… may be another mentor. Give each mentor an entry of their own.', undefined]],
    )
  })
}

test('mentor-format: a name after a contact and a comma may be an organization; a bullet of its own is offered', () => {
  const row = 'Ada Fern (@ada), Corner Shop'
  checkFirstFixes(
    list(`- Mentor(s):\n  - ${row}\n  - Ben Oak (@ben)`),
    list('- Mentor(s):\n  - Ada Fern (@ada)\n  - Corner Shop\n  - Ben Oak (@ben)'),
    gsoc,
  )
  const [finding, ...others] = lint(list(`- Mentor(s):\n  - ${row}`), gsoc)
  assert.equal(finding?.message, '"Corner Shop" may be another mentor. Give each mentor an entry of their own.')
  assert.deepEqual([finding?.fix, others], ['review', []])
})

test('mentor-format: an organization after a comma stays a remark, in an item and after the label', () => {
  for (const head of ['- Mentor(s):\n  - ', '- Mentor(s): ']) {
    for (const row of ['Ada Fern, Red Hat (@ada)', 'Ada Fern (@ada), Red Hat'])
      checkFirstFixes(list(`${head}${row}`), list(`${head}Ada Fern (@ada) - Red Hat`), gsoc)
  }
})

/** What a safe fix would have to guess: who it is that the handle belongs to, or whether a second person is there. */
const doubtful = [
  'Ada Fern, Ben Oak (@ben)',
  'Ada Fern, Ben Oak (@ben, ben@example.org)',
  'Ada Fern; Ben Oak; Cy Birch (@ben)',
  'Ada Fern (@ada) and Ben Oak',
  'Ada Fern, Tech lead at @example',
  'Ada Fern (@ada), Tech lead at @example',
]

for (const entry of doubtful) {
  test(`mentor-format: is a matter of review: ${entry}`, () => {
    const findings = lint(list(`- Mentor(s):\n  - ${entry}`), gsoc)
    assert.deepEqual(
      findings.map(({ fix, fixes }) => [fix, ...fixes!().map(({ kind }) => kind)]),
      [['review', 'review']],
    )
  })
}

/** Entries whose safe fix would lose something, or leave it where it makes no sense: what is offered, if anything. */
const kept: readonly [entry: string, fixes: readonly string[]][] = [
  ['[Ada Fern](https://ada.example) (@ada, ada@example.org)', ['review']],
  ['Ada Fern (@ada fern, ada@example.org)', ['review']],
  ['Ada Fern (@ada on GitHub, ada@example.org)', []],
  ['Ada Fern (@ada, TBD)', []],
  ['Ada <b>Fern</b> @ada', []],
]

for (const [entry, fixes] of kept) {
  test(`mentor-format: loses nothing to a safe fix: ${entry}`, () => {
    const findings = lint(list(`- Mentor(s):\n  - ${entry}`), gsoc)
    assert.deepEqual(
      findings.map((finding) => finding.fixes?.().map(({ kind }) => kind) ?? []),
      [fixes],
    )
  })
}

/** Accounts and addresses that are none are for the rules about them: each is one piece of the entry. */
const mistyped: readonly [entry: string, handle: string | null, address: string | null][] = [
  ['Ada Fern (@-ada, ada@example.org)', '-ada', 'ada@example.org'],
  ['Ada Fern (@éda, ada@example.org)', 'éda', 'ada@example.org'],
  ['Ada Fern (@ada, ada@example,org)', 'ada', 'ada@example,org'],
  ['Ada Fern (@ada, ada@ example.org)', 'ada', 'ada@ example.org'],
  ['Ada Fern (@ada, ada@example [dot] org)', 'ada', 'ada@example [dot] org'],
  ['Ada Fern (@ada, ada at example.org)', 'ada', 'ada at example.org'],
  ['Ada Fern (@ada, ada_AT_example.org)', 'ada', 'ada_AT_example.org'],
  ['Ada Fern (@ada, ada@exämple.org)', 'ada', 'ada@exämple.org'],
]

for (const [entry, handle, address] of mistyped) {
  test(`mentor-format: takes nothing apart: ${entry}`, () => {
    const text = list(`- Mentor(s):\n  - ${entry}`)
    assert.deepEqual(lint(text, gsoc), [])
    const { idea, at } = read(text, gsoc.path).projects[0]!.ideas[0]!
    const written = (span: { start: number; end: number } | null) => span && text.slice(at + span.start, at + span.end)
    assert.deepEqual(
      idea.mentors.map((mentor) => [mentor.handle, written(mentor.emailSpan)]),
      [[handle, address]],
    )
  })
}

test('mentor-format: a time zone is no person, and an employer no address', () => {
  for (const [before, after] of [
    ['Ada Fern @ada, UTC+1 <ada@example.org>', 'Ada Fern (@ada, ada@example.org) - UTC+1'],
    ['Ada Fern @ada, engineer at example.org', 'Ada Fern (@ada) - engineer at example.org'],
    ['Ada Fern (@ada, email ada@example.org)', 'Ada Fern (@ada, ada@example.org)'],
    ['Ada Fern (@ada, ada@example.org) ![badge](a.png)', 'Ada Fern (@ada, ada@example.org) - ![badge](a.png)'],
  ]) {
    checkFirstFixes(list(`- Mentor(s):\n  - ${before}`), list(`- Mentor(s):\n  - ${after}`), gsoc)
  }
})

test('mentor-format: a name at a line’s end may go on in the next line, once that has another form', () => {
  const text = list('- Mentor(s): ada\n    ada, ada@example.org, Ben Oak (@ben)')
  assert.deepEqual(
    lint(text, classic).map(({ fix }) => fix),
    ['review'],
  )
})

test('mentor-format: an organisation after a comma is no second name', () => {
  const [finding] = lint(list('- Mentor(s):\n  - Ada Fern, Example Labs (@ada)'), gsoc)
  assert.equal(finding?.fix, 'safe')
})

test('mentor-format: a mentor with only a handle has no fix, nor on a line with others', () => {
  for (const mentors of ['- Mentor(s):\n  - @ada', '- Mentor(s):\n  - @ada (ada@example.org)\n  - Ben Oak (@ben)']) {
    assert.deepEqual(
      lint(list(mentors), gsoc).map(({ fix, fixes, message }) => [fix, fixes, message.split(';')[0]]),
      [['none', undefined, 'The name is missing']],
    )
  }
  assert.deepEqual(
    lint(list('- Mentor(s): @ada, @ben'), gsoc).map(({ fix, message }) => `${fix} ${message.split(';')[0]}`),
    ['none The name is missing', 'review 2 mentors share one line. Put each on its own bullet.', 'none The name is missing'],
  )
})

test('mentor-format: messages say what is there and what was expected', () => {
  const message = (entry: string): string | undefined => lint(list(`- Mentor(s):\n  - ${entry}`), gsoc)[0]?.message
  assert.equal(message('Ada Example (ada)'), 'The handle is missing its "@"; expected "Ada Example (@ada)".')
  assert.equal(message('Ada Example @ada'), 'The handle and email are not in parentheses; expected "Ada Example (@ada)".')
  assert.equal(message('@ada'), 'The name is missing; expected "Name (@ada, email)".')
  assert.equal(
    lint(list('- Mentor(s): Ada Example (@ada), Ben Example (@ben)'), gsoc)[0]?.message,
    '2 mentors share one line. Put each on its own bullet.',
  )
})

const pick = (...of: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...of)

const anyEntry = fc
  .tuple(
    pick('', '', '', 'Primary Mentor: ', 'Lead: ', '-'),
    pick(
      'Ada Example',
      'Ada-Lou, Example',
      '[Ada Example](https://github.com/ada)',
      'Ada (Lou) Example',
      '**Ada**',
      '',
      'Zoë 😀',
      'ada',
      '[Ada](https://ada.example)',
      'Ada <b>Example</b>',
    ),
    pick(' ', '', ', ', ' - ', ': ', '\t', '\n    '),
    pick('(', '(', '(', '', '['),
    pick(
      '@ada',
      '@@ada',
      'ada',
      '',
      '[@ada](https://github.com/ada)',
      'https://github.com/ada',
      '@ada\\_x',
      'https://example.org/a',
      '@-ada',
      '@éda',
      '@ada example',
      '@ada on GitHub',
      '@ada, UTC+1',
    ),
    pick(', ', ', ', ' ', ' / ', '; '),
    pick(
      'ada@example.org',
      'ada AT example DOT org',
      '',
      '<ada@example.org>',
      '[mail](mailto:ada@example.org)',
      'ada@example',
      'ada@example,org',
      'ada@ example.org',
      'ada@example [dot] org',
      'ada at example.org',
      'ada_AT_example.org',
      'ada@exämple.org',
      'email ada@example.org',
      'TBD',
    ),
    pick(')', ')', ')', '', ']'),
    pick(
      '',
      '',
      ' - primary',
      ' (primary)',
      ', Example, Inc',
      ' from Example (EU)',
      ' - Secondary Mentor',
      ' [site](https://example.org)',
      '.',
      '<br>',
      ' ![badge](a.png)',
    ),
  )
  .map((parts) => parts.join(''))

const anyField = fc.record({
  head: pick('- Mentor(s): ', '- Mentor(s):\n  - ', '*\tMentors: ', '- **Mentors**: ', 'Mentors: ', '- Mentors:\n'),
  entries: fc.array(anyEntry, { minLength: 1, maxLength: 3 }),
  between: pick(', ', ' and ', '\n  - ', '\n  ', '; ', ' & ', '\n\n  - ', ' | '),
  path: pick(gsoc.path, classic.path),
  eol: pick('\n', '\r\n'),
})

test('mentor-format: safe fixes converge, and keep everybody’s name, handle, address, part and words', () => {
  const people = (text: string, path: string) =>
    read(text, path).projects.flatMap(({ ideas }) =>
      ideas.flatMap(({ idea }) => idea.mentors.map(({ name, handle, email, primary }) => ({ name, handle, email, primary }))),
    )
  const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{Extended_Pictographic}]+/gu) ?? []
  // whatever has an `@`, and what is an address of the web, is one
  const tokens = (text: string): readonly string[] =>
    text.replaceAll('@@', '@').match(/https?:[^\s()[\]<>,;]+|[^\s()[\]<>,;*/|]*@[^\s()[\]<>,;*/|]*/g) ?? []
  const said = (text: string): readonly string[] => [...words(text), ...tokens(text).map((each) => each.replace(/[.:]+$/, ''))]
  fc.assert(
    fc.property(anyField, ({ head, entries, between, path, eol }) => {
      const text = list(`${head}${entries.join(between)}`).replaceAll('\n', eol)
      const options = { ...gsoc, path }
      // an entry of several lines may be read as several people
      const most = 3 * entries.length
      let now = text
      for (let round = 0; round <= most; round++) {
        const safe = lint(now, options).flatMap((finding) => finding.fixes?.().filter(({ kind }) => kind === 'safe') ?? [])
        if (safe.length === 0) break
        assert.ok(round < most, `still something to mend in ${JSON.stringify(now)}`)
        now = applyEdits(now, safe[0]!.edits)
      }
      assert.deepEqual(people(now, path), people(text, path))
      const kept = new Set(said(now))
      const gone = said(text).filter((word) => !kept.has(word))
      const parts = new Set(['https', 'github', 'com', 'mailto', 'mentor', 'and', 'primary', 'br', 'email'])
      const links = new Set(['https://github.com/ada', 'mailto:ada@example.org'])
      assert.deepEqual(
        gone.filter((word) => !parts.has(word) && !links.has(word)),
        [],
        `${JSON.stringify(text)} became ${JSON.stringify(now)}`,
      )
      assert.equal(/(?<!\r)\n/.test(now), eol === '\n')
    }),
    runs(300),
  )
})

const safe: readonly [before: string, after: string][] = [
  ['Mentor(s): Ida Fern (@idafern, ida@example.org) - primary', 'Ida Fern (@idafern, ida@example.org) - primary'],
  ['Co-Mentor(s): Ida Fern (@idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org) - Co-Mentor(s)'],
  ['2nd Mentor: Ida Fern (@idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org) - 2nd Mentor'],
  ['Primary Mentor - Ida Fern (@idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org) - primary'],
  ['Maintainer: Ida Fern (@idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org) - Maintainer'],
  ['Ida Fern (gh: idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org)'],
  ['Ida Fern (@idafern, mail: ida@example.org)', 'Ida Fern (@idafern, ida@example.org)'],
  ['Ida Fern (GitHub @idafern, E-Mail: ida@example.org)', 'Ida Fern (@idafern, ida@example.org)'],
  [
    'Ida Fern\n    - GitHub: @idafern\n    - Email: ida@example.org\n    - primary',
    'Ida Fern (@idafern, ida@example.org) - primary',
  ],
  ['Ida Fern\n  - GitHub: @idafern\n  - Email: ida@example.org\n  - primary', 'Ida Fern (@idafern, ida@example.org) - primary'],
]

const one = (entry: string): string => list(`- Mentor(s):\n  - ${entry}`)

const path = 'programs/summerofcode/2026.md'

const format = { path, rules: [mentorFormat] }

for (const [before, after] of safe) {
  test(`mentor-format: has a safe fix: ${JSON.stringify(before)}`, () => {
    assert.deepEqual(
      lint(one(before), format).map(({ fix }) => fix),
      ['safe'],
    )
    checkFirstFixes(one(before), one(after), format)
  })
}

/** Fixes for review: the new text contains all that was there. */
const reviewed: readonly [before: string, after: string][] = [
  ['Mentor A: Ida Fern (@idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org)'],
  ['Mentor 2: Ida Fern (@idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org)'],
  ['Ida Fern @idafern <ida@example.org>, CNCF Slack @fern', 'Ida Fern (@idafern, ida@example.org) - CNCF Slack @fern'],
  ['Ida Fern (@idafern, ida@example.org, Slack: @ida) - primary', 'Ida Fern (@idafern, ida@example.org) - primary - Slack: @ida'],
  ['Ida Fern (@idafern, ida@example.org, Slack: @idafern)', 'Ida Fern (@idafern, ida@example.org) - Slack: @idafern'],
  ['Ida Fern (@idafern, @idafern:example.net, ida@example.org)', 'Ida Fern (@idafern, ida@example.org) - @idafern:example.net'],
  ['Ida Fern (@idafern, ida@example.org / fern@example.com)', 'Ida Fern (@idafern, ida@example.org) - fern@example.com'],
  ['Ida Fern (@idafern, ida@example.org), who speaks Go.', 'Ida Fern (@idafern, ida@example.org) - who speaks Go.'],
]

for (const [before, after] of reviewed) {
  test(`mentor-format: has a fix for review: ${before}`, () => {
    const findings = lint(one(before), format)
    assert.deepEqual(
      findings.map(({ fix, message }) => [fix, message.slice(message.indexOf('expected'))]),
      [['review', `expected "${after}".`]],
    )
    assert.equal(applyEdits(one(before), findings[0]!.fixes!()[0]!.edits), one(after))
  })
}

const fineEntries = [
  'Mentor Krasniqi (@mkras, mkras@example.org) - primary',
  'Primary Jones (@pjones, pjones@example.org)',
  'Mentor A:Ida Fern (@idafern, ida@example.org)',
  'Mentor (s) Ida Fern (@idafern, ida@example.org)',
  'Ida *Fern (@idafern, ida*x@example.org)',
  'Ida Fern (@goharbor/all-maintainers, list@example.org)',
  'Ida Fern (@idafern, ida@example.org) - primary\n    - Maintainer at Acme',
  'Ida Fern (@idafern, ida@example.org)\nPlease ping them on Slack.',
]

for (const entry of fineEntries)
  test(`mentor-format: is fine: ${JSON.stringify(entry)}`, () => assert.deepEqual(lint(one(entry), format), []))

test('mentor-format: items between a mentor’s contacts are not deleted', () => {
  const [finding, ...others] = lint(one('Ida Fern\n    - Maintainer\n    - GitHub: @idafern'), format)
  assert.deepEqual([finding?.fix, others.length], ['none', 0])
})

test('mentor-format: the fix of people on a line with words after them is for review', () => {
  const mentors = '- Mentor(s): Ida Fern (@idafern, ida@example.org), Otto Moss (@ottomoss, otto@example.org), who both speak Go.'
  assert.deepEqual(
    lint(list(mentors), format).map(({ fix }) => fix),
    ['review'],
  )
})

test('mentor-format: remarks, job titles and sentences are no mentors without a handle', () => {
  const mentors = `- Mentor(s):
  - Ida Fern (@idafern, ida@example.org) - primary
    - Maintainer at Acme
  - Otto Moss (@ottomoss, otto@example.org)
  - Looking for a third mentor!
  - TBC (from CNCF TAG)
Please ping them on Slack.`
  assert.deepEqual(lint(list(mentors), { path, rules: [mentorFormat, mentorHandle, mentorPrimary] }), [])
})
