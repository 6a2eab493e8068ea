import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules } from '../../server/src/rules/index.ts'
import { checkFixed, checkLint, lint } from '../support/checkRule.ts'

const only = rules.filter(({ code }) => code.startsWith('toc-'))
const path = 'programs/summerofcode/2020.md'
const withToc = { path: 'programs/summerofcode/2022.md', rules: only }

const idea = (title: string): string => `##### ${title}

- Description: It should.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
- Expected project size: medium
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`

test('an anchor is compared with its letter case, and the right one is named', () =>
  checkLint(
    `<!-- TOC -->
* [Harbor](#Harbor)
            ^^^^^^ toc-broken-link warning: No heading has the anchor "#Harbor"; expected "#harbor".
  * [Sign what is copied](#sign-what-is-copied)
<!-- TOC -->

#### Harbor

${idea('Sign what is copied')}`,
    withToc,
  ))

test('an entry whose heading is gone says so', () =>
  checkLint(
    `<!-- TOC -->
* [Harbor](#harbor)
  * [Copy what is signed](#copy-what-is-signed)
                           ^^^^^^^^^^^^^^^^^^^ toc-broken-link warning: No heading has the anchor "#copy-what-is-signed" or the entry's text; expected a link to a heading.
  * [Sign what is copied](#sign-what-is-copied)
<!-- TOC -->

#### Harbor

${idea('Sign what is copied')}`,
    withToc,
  ))

test('repeats, escapes, other headings and anchors set by hand are fine', () =>
  checkLint(
    `<!-- TOC -->
* [Notes](#notes)
* [By hand](#by-hand)
* [Harbor](#harbor)
  * [Tests](#tests)
* [Jaeger](#jaeger)
  * [Tests](#tests-1)
  * [Größe](#gr%C3%B6%C3%9Fe)
<!-- TOC -->

## Notes

<a name="by-hand"></a>

#### Harbor

${idea('Tests')}
#### Jaeger

${idea('Tests')}
${idea('Größe')}`,
    withToc,
  ))

test('places of the page that are no headings of their own are fine', () =>
  checkLint(
    `<!-- TOC -->
* [Up](#)
* [Top](#top)
* [Elsewhere](#elsewhere)
               ^^^^^^^^^ toc-broken-link
* [Span](#a-span)
* [Name](#user-content-a-name)
* [Numbered](#by-number)
* [HTML](#an-html-heading)
* [Quoted](#in-a-quote)
* [In an item](#in-an-item)
* [Escaped](#%61-span)
* [Harbor](#user-content-harbor)
  * [Tests](#tests)
<!-- TOC -->

## Notes

<span class="x" id="a-span"></span> <a name='a-name'></a>

<h3 id=by-number>Number</h3>

<h2 align="center">An <b>HTML</b> heading</h2>

> ### In a quote

- text

  #### In an item

#### Harbor

${idea('Tests')}`,
    withToc,
  ))

test('an item without a link lists what it names, once', () =>
  checkLint(
    `<!-- TOC -->
- Harbor
  - [**Sign**](#sign)
  - Tests
- **etcd:**
<!-- TOC -->

#### Harbor

${idea('Sign')}
${idea('Tests')}
#### etcd

##### Tests
      ^^^^^ toc-entry-missing
${idea('Tests').split('\n').slice(1).join('\n')}`,
    withToc,
  ))

test('a broken escape is a broken link, not an exception', () =>
  checkLint(
    `<!-- TOC -->
* [Harbor](#harbor%)
            ^^^^^^^ toc-broken-link
* [Sign what is copied](#sign-what-is-copied)
<!-- TOC -->

#### Harbor

${idea('Sign what is copied')}`,
    withToc,
  ))

test('projects and ideas that no entry lists are reported at their headings', () =>
  checkLint(
    `<!-- TOC -->
* [Sign what is copied](#sign-what-is-copied)
<!-- TOC -->

#### Harbor
     ^^^^^^ toc-entry-missing warning: "Harbor" is not in the table of contents; expected an entry for it.

${idea('Sign what is copied')}
##### Copy what is signed
      ^^^^^^^^^^^^^^^^^^^ toc-entry-missing
${idea('Copy what is signed').split('\n').slice(1).join('\n')}`,
    withToc,
  ))

test('a heading that is listed by its text, or by its anchor alone, is listed', () =>
  checkLint(
    `<!-- TOC -->
* [Harbor](#harbour)
            ^^^^^^^ toc-broken-link
  * [Signatures](#sign-what-is-copied)
     ^^^^^^^^^^ toc-entry-text
<!-- TOC -->

#### Harbor

${idea('Sign what is copied')}`,
    withToc,
  ))

test('a list whose programme asks for no table may leave entries out', () => {
  const text = `<!-- TOC -->
* [Harbor](#harbor)
<!-- TOC -->

#### Harbor

${idea('Sign what is copied')}`
  checkLint(text, { path, rules: only })
})

test('the heading that a broken link means is told as related', () => {
  const text = `<!-- TOC -->\n* [Harbor](#harbour)\n<!-- TOC -->\n\n#### Harbor\n\n${idea('Tests')}`
  const [finding] = lint(text, { path, rules: only })
  const start = text.indexOf('#### Harbor') + 5
  assert.deepEqual(finding?.related, [{ span: { start, end: start + 'Harbor'.length }, message: 'The heading of that name.' }])
})

const two = `#### Harbor

${idea('Tests')}
#### etcd

${idea('Tests')}`

test('two equal titles and one anchor: the entry that leads to the other one is a broken link', () => {
  const toc = (anchor: string, carets = ''): string => `<!-- TOC -->
* [Harbor](#harbor)
  * [Tests](#tests)
* [etcd](#etcd)
  * [Tests](#${anchor})
${carets}<!-- TOC -->

${two}`
  const bad = toc(
    'tests',
    '             ^^^^^ toc-broken-link warning: The anchor "#tests" is that of another heading "Tests"; expected "#tests-1".\n',
  )
  checkLint(bad, withToc)
  checkFixed(bad, toc('tests-1'), withToc)
  checkLint(toc('tests-1'), withToc)
})

test('two equal titles and one entry: the other one is absent', () =>
  checkLint(
    `<!-- TOC -->
* [Harbor](#harbor)
  * [Tests](#tests)
* [etcd](#etcd)
<!-- TOC -->

${two.replace(/(?<=etcd\n\n##### )Tests/, 'Tests\n      ^^^^^ toc-entry-missing')}`,
    withToc,
  ))

test('a stale entry goes when a person says so, with what is stale below it', () => {
  const toc = (lines: string): string =>
    `<!-- TOC -->\n${lines}* [Harbor](#harbor)\n  * [Tests](#tests)\n<!-- TOC -->\n\n#### Harbor\n\n${idea('Tests')}`
  checkFixed(toc('* [Dex](#dex)\n'), toc(''), withToc)
  const [project] = lint(toc('* [Dex](#dex)\n  * [Log in](#log-in)\n'), withToc)
  assert.deepEqual(
    project?.fixes?.().map(({ kind, title }) => [kind, title]),
    [['review', 'Remove the entry']],
  )
})

test('a stale entry with a good one below it is not removed', () => {
  const text = `<!-- TOC -->\n* [Harbour](#harbour)\n  * [Tests](#tests)\n<!-- TOC -->\n\n#### Harbor\n\n${idea('Tests')}`
  const broken = lint(text, withToc).find(({ code }) => code === 'toc-broken-link')
  assert.equal(broken?.fix, 'none')
})

test('an entry whose text names another idea than its anchor leads to it', () => {
  const toc = (anchor: string, carets = ''): string => `<!-- TOC -->
* [Harbor](#harbor)
  * [Copy](#copy)
  * [Sign](#${anchor})
${carets}<!-- TOC -->

#### Harbor

${idea('Copy')}
${idea('Sign')}`
  const bad = toc('copy', '     ^^^^ toc-entry-text information: The entry "Sign" leads to "Copy"; expected "#sign".\n')
  checkLint(bad, withToc)
  checkFixed(bad, toc('sign'), withToc)
})

test('quotation marks of another kind, marks and escapes are the same text', () =>
  checkLint(
    `<!-- TOC -->
* [Harbor](#harbor)
  * [Say \u201chello\u201d *now* \\& then](#say-hello-now--then)
<!-- TOC -->

#### Harbor

${idea('Say "hello" now & then')}`,
    withToc,
  ))

for (const [form, links] of Object.entries({
  'of HTML': '<ul><li><a href="#harbor">Harbor</a></li><li><a href="#tests">Tests</a></li></ul>',
  'on one line': '[Harbor](#harbor) | [Tests](#tests)',
  'of whole addresses': '- [Harbor](./2022.md#harbor)\n- [Tests](./2022.md#tests)',
  'that a tool writes': '[[_TOC_]]',
})) {
  test(`a table ${form} is one`, () => checkLint(`## Ideas\n\n${links}\n\n#### Harbor\n\n${idea('Tests')}`, withToc))
}

test('where nothing stands above the projects, the first line lacks the table', () => {
  const text = `#### Harbor
^^^^^^^^^^^ toc-missing information: The list has no table of contents; expected one before its projects.

${idea('Tests')}`
  checkLint(text, withToc)
  checkFixed(
    text,
    `<!-- TOC -->\n- [Harbor](#harbor)\n  - [Tests](#tests)\n<!-- TOC -->\n\n#### Harbor\n\n${idea('Tests')}`,
    withToc,
  )
})

test('a table goes behind the introduction of its section', () =>
  checkFixed(
    `## Ideas\n\nAll of them.\n#### Harbor\n\n${idea('Tests')}`,
    `## Ideas\n\nAll of them.\n\n<!-- TOC -->\n- [Harbor](#harbor)\n  - [Tests](#tests)\n<!-- TOC -->\n\n#### Harbor\n\n${idea('Tests')}`,
    withToc,
  ))

for (const [form, table] of Object.entries({
  'of projects alone': '[Harbor](#harbor), [Keylime](#keylime)',
  'of projects alone in a list': '- [Harbor](#harbor)\n- [Keylime](#keylime)',
  'of links by reference': '- [Harbor]\n- [Keylime][key]\n\n[Harbor]: #harbor\n[key]: #keylime',
  'without links': '- **Harbor** (2 ideas)\n- Keylime:',
  'of numbers without links': '1. Harbor\n   1. Tests\n2. Keylime',
})) {
  test(`a table ${form} is one`, () =>
    checkLint(
      `## Ideas\n\n${table}\n\n#### Harbor\n\n${idea('Tests')}\n${idea('Copies')}\n#### Keylime\n\n${idea('Agents')}`,
      withToc,
    ))
}

test('a link here and there is no table', () =>
  checkLint(
    `## Ideas
   ^^^^^ toc-missing

Most are [those of Harbor](#harbor). Rules:

- Tests
- Be kind

#### Harbor

${idea('Tests')}
${idea('Copies')}
#### Keylime

${idea('Agents')}`,
    withToc,
  ))

for (const [open, close] of [
  ['<!-- TOC -->', '<!-- TOC -->'],
  ['<!-- toc depth=2 -->', '<!-- tocstop -->'],
  ['<!-- START doctoc -->', '<!-- END doctoc -->'],
]) {
  test(`a table goes between the marks that wait for it: ${open}`, () =>
    checkFixed(
      `## Ideas\n\n\`\`\`\n<!-- TOC -->\n<!-- TOC -->\n\`\`\`\n\n${open}\n\n${close}\n\nAll of them.\n\n#### Harbor\n\n${idea('Tests')}`,
      `## Ideas\n\n\`\`\`\n<!-- TOC -->\n<!-- TOC -->\n\`\`\`\n\n${open}\n- [Harbor](#harbor)\n  - [Tests](#tests)\n${close}\n\nAll of them.\n\n#### Harbor\n\n${idea('Tests')}`,
      withToc,
    ))
}

test('a comment in the first line silences the rule that has its place there', () => {
  const text = `\n<!-- idea-files-disable-next-line toc-missing -->\n#### Harbor\n\n${idea('Tests')}`
  assert.deepEqual(lint(text.slice(1), withToc), [])
  assert.deepEqual(lint(text.replace('\n', '\ufeff'), withToc), [])
  assert.deepEqual(lint(text.slice(1).replaceAll('\n', '\r\n'), withToc), [])
})
