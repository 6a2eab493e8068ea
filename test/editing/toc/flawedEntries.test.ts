import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resyncAfterRenames } from '../../../server/src/editing/toc/resyncToc.ts'
import { rules } from '../../../server/src/rules/index.ts'
import { applyEdits } from '../../../server/src/text/edits.ts'
import { lint, read } from '../../support/checkRule.ts'

const path = 'programs/summerofcode/2022.md'
const idea = (title: string): string => `##### ${title}\n\n- Description: It should.\n- Mentor(s): Ada Example (@ada)\n\n`
const headings = `#### Harbor\n\n${idea('Sign it')}${idea('Copy it')}`
const table = (rows: string, rest = headings): string => `## Ideas\n\n<!-- TOC -->\n${rows}<!-- /TOC -->\n\n${rest}`
const rows = (sign: string): string => `* [Harbor](#harbor)\n  * ${sign}\n  * [Copy it](#copy-it)\n`

const found = (text: string): readonly string[] =>
  lint(text, { path, rules }).flatMap(({ code, span }) =>
    code.startsWith('toc-') ? [`${code} ${text.slice(span.start, span.end)}`] : [],
  )
const synced = (text: string): string => applyEdits(text, resyncAfterRenames(read(text, path)))

const flawed = [
  ['[Sign it](sign-it)', 'sign-it', '[Sign it](#sign-it)'],
  ['[Sign it](./sign-it)', './sign-it', '[Sign it](#sign-it)'],
  ['[Sign it](sgn-it)', 'sgn-it', '[Sign it](#sign-it)'],
  ['[Sign It](sign-it)', 'sign-it', '[Sign it](#sign-it)'],
  ['[Sign it](#)', '#', '[Sign it](#sign-it)'],
  ['[Sign it]()', 'Sign it', '[Sign it](#sign-it)'],
  ['[Sign it](<>)', 'Sign it', '[Sign it](<#sign-it>)'],
  ['[Sign it](2021.md#sgn-it)', '2021.md#sgn-it', '[Sign it](#sign-it)'],
  ['[Sign it][s]', '[Sign it][s]', '[Sign it](#sign-it)'],
  ['[Sign it]', '[Sign it]', '[Sign it](#sign-it)'],
  ['[Sign it] (#sign-it)', '[Sign it] (#sign-it)', '[Sign it](#sign-it)'],
  ['[Sign it](#sign it)', '[Sign it](#sign it)', '[Sign it](#sign-it)'],
  ['[Sign it](# sign-it)', '[Sign it](# sign-it)', '[Sign it](#sign-it)'],
  ['(Sign it)[#sign-it]', '(Sign it)[#sign-it]', '[Sign it](#sign-it)'],
  ['[Sign it]#sign-it', '[Sign it]#sign-it', '[Sign it](#sign-it)'],
  ['[Sign it]:(#sign-it)', '[Sign it]:(#sign-it)', '[Sign it](#sign-it)'],
  ['[Sign it]((#sign-it))', '[Sign it]((#sign-it))', '[Sign it](#sign-it)'],
  ['[Sign it](#sign-it', '[Sign it](#sign-it', '[Sign it](#sign-it)'],
  ['[Sign it(#sign-it)', '[Sign it(#sign-it)', '[Sign it](#sign-it)'],
  ['[[Sign it](https://example.org)](#sign-it)', '[[Sign it](https://example.org)](#sign-it)', '[Sign it](#sign-it)'],
  ['Medium: [Sign it](#sgn-it) (new)', '#sgn-it', 'Medium: [Sign it](#sign-it) (new)'],
  ['[ ] **[Sign it](sign-it)** – soon', 'sign-it', '[ ] **[Sign it](#sign-it)** – soon'],
  ['**Sign it** (#sign-it)', '**Sign it** (#sign-it)', '[Sign it](#sign-it)'],
  ['**Sign it (#sign-it)**', 'Sign it (#sign-it)', '**[Sign it](#sign-it)**'],
] as const

for (const [source, reported, fixed] of flawed) {
  test(`toc-broken-link: ${source} is reported and fixed in place`, () => {
    for (const eol of ['\n', '\r\n']) {
      const text = table(rows(source)).replaceAll('\n', eol)
      assert.deepEqual(found(text), [`toc-broken-link ${reported}`])
      const after = synced(text)
      assert.equal(after, table(rows(fixed)).replaceAll('\n', eol))
      assert.deepEqual(found(after), [])
      assert.equal(synced(after), after)
    }
  })
}

test('toc-broken-link: a reference link counts by its definition', () => {
  const text = (target: string): string => `${table(rows('[Sign it][s]'))}[s]: ${target}\n`
  assert.deepEqual(found(text('#sign-it')), [])
  assert.deepEqual(found(text('https://example.org')), [])
  assert.deepEqual(found(text('#sgn-it')), ['toc-broken-link [Sign it][s]'])
})

for (const source of [
  'Medium: [Sign it](#sign-it)',
  '[Sign it](2022.md#sign-it)',
  '[Sign it](https://example.org/2022.md#sign-it)',
  '[Sign it](docs/sign-it.md)',
  'Sign it',
]) {
  test(`toc-broken-link: ${source} is left alone`, () => {
    assert.deepEqual(found(table(rows(source))), [])
    assert.equal(synced(table(rows(source))), table(rows(source)))
  })
}

test('toc-broken-link: items that name no project and no idea are none of its business', () =>
  assert.deepEqual(
    found(table(`${rows('[Sign it](#sign-it)')}* [License](LICENSE)\n* [TBD]\n* [Top](#)\n* See [how](contributing)\n`)),
    [],
  ))

test('toc-broken-link: an entry that runs into the next one is fixed, and the next one is kept', () => {
  const text = table(rows('[Sign it](#sign-  * [Copy it](#copy-it)')).replace('  * [Copy it](#copy-it)\n', '')
  const after = synced(text)
  assert.ok(after.includes('* [Sign it](#sign-it)[Copy it](#copy-it)\n'), after)
  assert.equal(synced(after), after)
})

const notTables = {
  'Good for beginners': '- [Sign it](#sign-it)\n- [Copy it](#copy-it)\n- [How to apply](#how-to-apply)\n',
  'By size': '- Small\n  - [Sign it](#sign-it)\n- Large\n  - [Copy it](#copy-it)\n',
  'Read these first':
    '- [How to apply](#how-to-apply)\n- [Sign it](#sign-it) is the one for beginners\n- [Template](#template)\n',
}

for (const [title, list] of Object.entries(notTables)) {
  test(`findToc: the links below "${title}" are no table of contents`, () => {
    const text = `## Ideas\n\n### ${title}\n\n${list}\n${headings}${idea('Move it')}## How to apply\n\nLike this.\n`
    assert.equal(read(text, path).toc, null)
    assert.equal(synced(text), text)
  })
}

test('findToc: a list without a title is one if it lists most headings', () => {
  const list = '- [Harbor](#harbor)\n  - [Sign it](#sign-it)\n  - [Copy it](#copy-it)\n'
  assert.equal(read(`## Ideas\n\n${list}\n${headings}${idea('Move it')}`, path).toc?.entries.length, 3)
})

test('syncToc: a new entry is as deep as siblings without links, or with full addresses', () => {
  const after = (sibling: (title: string, anchor: string) => string): string =>
    synced(`## Ideas\n\n### Contents\n\n- ${sibling('Harbor', 'harbor')}\n  - ${sibling('Sign it', 'sign-it')}\n\n${headings}`)
  for (const sibling of [
    (title: string) => title,
    (title: string, anchor: string) => `[${title}](https://example.org/list.md#${anchor})`,
  ])
    assert.match(after(sibling), /\n {2}- .*Sign it.*\n {2}- \[Copy it\]\(#copy-it\)\n\n#### Harbor/)
})

test('syncToc: right below HTML a new row gets a blank line before it, and a second sync changes nothing', () => {
  const rest = `### Harbor\n\n${idea('Sign it')}${idea('Copy it')}`
  for (const html of ['  </details>', '</details>', '  <br>', '  <!-- more -->\n  <p>']) {
    const text = `# Ideas\n\n## Table of Contents\n\n- [Harbor](#harbor)\n  - [Sign it](#sign-it)\n${html}\n\n${rest}`
    const after = synced(text)
    assert.equal(synced(after), after, html)
    assert.equal(after.split('[Copy it](#copy-it)').length, 2, html)
  }
})

test('toc-entry-text: invisible characters in a heading are not copied and make no other text', () => {
  const sign = 'Si\u00adgn\u200b it'
  const text = table(rows('[Sign it](#sign-it)'), headings.replace('Sign it', sign))
  assert.deepEqual(
    found(text).filter((each) => each.startsWith('toc-entry-text')),
    [],
  )
  const missing = table('* [Harbor](#harbor)\n  * [Copy it](#copy-it)\n', headings.replace('Sign it', sign))
  assert.match(synced(missing), /\n {2}\* \[Sign it\]\(#/)
})
