import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepsModel } from '../../../server/src/rules/engine/keepsModel.ts'
import { applyEdits, type Edit } from '../../../server/src/text/edits.ts'
import { read } from '../../support/checkRule.ts'

const list = `# Ideas

- [Harbor](#harbor)
  - [Sign copies](#sign-copies)

Start with [signing](#sign-copies), or ask Zoe.

## Harbor

### Sign copies

- Description: Signatures travel along.
- Recommended Skills: Go, Rust
- Size: medium (~175 hours)
- Mentor(s):
  - Ada Fern (@ada-fern, ada@example.org) - primary
  - Bo Reed (@bo-reed, bo@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1

## Jaeger

### Trace drops

- Description: Drops should be seen.
- Mentor(s):
  - Cy Elm (@cy-elm, cy@example.org)
`

const edit = (from: string, to: string): Edit => {
  const start = list.indexOf(from)
  assert.ok(start >= 0, from)
  return { span: { start, end: start + from.length }, newText: to }
}

/** Whether replacing texts keeps the model; `named` are texts that the finding is about. */
const keeps = (replaced: readonly (readonly [string, string])[], named: readonly string[] = []): boolean => {
  const edits = replaced.map(([from, to]) => edit(from, to))
  return keepsModel(read(list), read(applyEdits(list, edits)), { edits, named: named.map((text) => edit(text, '').span) })
}

const cases: readonly (readonly [string, readonly (readonly [string, string])[], boolean])[] = [
  ['spaces and marks may change', [['- Description: Sign', '* Description:  Sign']], true],
  ['a word of prose is lost', [['travel along', 'travel']], false],
  ['a word outside ideas is lost', [[', or ask Zoe', '']], false],
  ['a word is joined to the next', [['travel along', 'travelalong']], false],
  ['words that change places are kept', [['Signatures travel', 'travel Signatures']], true],
  [
    'a word that moves to another line is kept',
    [
      [' along.', '.'],
      ['Drops should', 'along Drops should'],
    ],
    true,
  ],
  ['an address is lost', [[', ada@example.org', '']], false],
  [
    'a handle goes to another mentor',
    [
      [
        '(@ada-fern, ada@example.org) - primary\n  - Bo Reed (@bo-reed',
        '(@bo-reed, ada@example.org) - primary\n  - Bo Reed (@ada-fern',
      ],
    ],
    false,
  ],
  [
    'a primary mentor is that no more',
    [
      [
        'ada@example.org) - primary\n  - Bo Reed (@bo-reed, bo@example.org)',
        'ada@example.org)\n  - Bo Reed (@bo-reed, bo@example.org) - primary',
      ],
    ],
    false,
  ],
  [
    'two mentors swap their addresses',
    [
      ['@ada-fern, ada@example.org', '@ada-fern, bo@example.org'],
      ['@bo-reed, bo@example.org', '@bo-reed, ada@example.org'],
    ],
    false,
  ],
  ['an idea goes to the project above', [['## Jaeger\n\n### Trace drops\n', '### Trace drops\n\n## Jaeger\n']], false],
  ['a heading becomes prose', [['### Trace drops', 'Trace drops']], false],
  ['a heading gets another level and nothing else', [['### Trace drops', '#### Trace drops']], true],
  ['a field melts into the one above', [['- Size: medium', '  Size medium']], false],
  ['a link leads nowhere', [['[signing](#sign-copies)', '[signing](#sign copies)']], false],
  ['a link leads to another heading', [['[signing](#sign-copies)', '[signing](#trace-drops) sign copies']], false],
  [
    'an idea is listed below another project',
    [['  - [Sign copies](#sign-copies)\n', '  - [Sign copies](#sign-copies)\n  - [Trace drops](#trace-drops)\n']],
    false,
  ],
  [
    'an idea is listed below its project',
    [
      [
        '  - [Sign copies](#sign-copies)\n',
        '  - [Sign copies](#sign-copies)\n- [Jaeger](#jaeger)\n  - [Trace drops](#trace-drops)\n',
      ],
    ],
    true,
  ],
]

for (const [name, replaced, kept] of cases) test(`keepsModel: ${name}`, () => assert.equal(keeps(replaced), kept))

test('keepsModel: what the finding names may change', () => {
  assert.equal(keeps([['Size: medium (~175 hours)', 'Size: large (~350 hours)']]), false)
  assert.equal(keeps([['Size: medium (~175 hours)', 'Size: large (~350 hours)']], ['medium (~175 hours)']), true)
  assert.equal(keeps([['## Jaeger', '## Jaegertracing']]), false)
  assert.equal(keeps([['## Jaeger', '## Jaegertracing']], ['Jaeger']), true)
  assert.equal(keeps([[', or ask Zoe', '']], [', or ask Zoe']), true)
})
