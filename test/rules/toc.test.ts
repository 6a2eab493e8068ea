import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkLint, lint } from '../checkLint.ts'

const path = 'programs/summerofcode/2020.md'
const withToc = { path: 'programs/summerofcode/2022.md' }

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
  * [Tests](#tests-1)
  * [Größe](#gr%C3%B6%C3%9Fe)
<!-- TOC -->

## Notes

<a name="by-hand"></a>

#### Harbor

${idea('Tests')}
${idea('Tests')}
${idea('Größe')}`,
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
  checkLint(text, { path })
})

test('the heading that a broken link means is told as related', () => {
  const text = `<!-- TOC -->\n* [Harbor](#harbour)\n<!-- TOC -->\n\n#### Harbor\n\n${idea('Tests')}`
  const [finding] = lint(text, { path })
  const start = text.indexOf('#### Harbor') + 5
  assert.deepEqual(finding?.related, [{ span: { start, end: start + 'Harbor'.length }, message: 'The heading of that name.' }])
})
