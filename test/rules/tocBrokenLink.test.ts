import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkFirstFixes, checkRule, lint } from '../support/checkRule.ts'
import { tocAsked, tocIdea, tocOptionalPath, tocRules } from '../support/tocLists.ts'

test('toc-broken-link: an anchor is compared with its letter case, and the right one is named', () =>
  checkRule(
    `<!-- TOC -->
* [Harbor](#Harbor)
            ^^^^^^ toc-broken-link warning: No heading has the anchor "#Harbor". Did you mean "#harbor"?
  * [Sign what is copied](#sign-what-is-copied)
<!-- TOC -->

#### Harbor

${tocIdea('Sign what is copied')}`,
    tocAsked,
  ))

test('toc-broken-link: the message of an entry without any heading says so', () =>
  checkRule(
    `<!-- TOC -->
* [Harbor](#harbor)
  * [Copy what is signed](#copy-what-is-signed)
                           ^^^^^^^^^^^^^^^^^^^ toc-broken-link warning: No heading matches the anchor "#copy-what-is-signed" or the entry's text.
  * [Sign what is copied](#sign-what-is-copied)
<!-- TOC -->

#### Harbor

${tocIdea('Sign what is copied')}`,
    tocAsked,
  ))

test('toc-broken-link: repeats, escapes, other headings and anchors set by hand are fine', () =>
  checkRule(
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

${tocIdea('Tests')}
#### Jaeger

${tocIdea('Tests')}
${tocIdea('Größe')}`,
    tocAsked,
  ))

test('toc-broken-link: places of the page that are no headings of their own are fine', () =>
  checkRule(
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

${tocIdea('Tests')}`,
    tocAsked,
  ))

test('toc-broken-link: an id after a heading is an anchor, as in Pandoc and kramdown', () =>
  checkRule(
    `<!-- TOC -->
* [Harbor](#reg)
  * [Sign what is copied](#sign)
  * [Verify it](#verify)
  * [Resume it](#resume)
                 ^^^^^^ toc-broken-link
<!-- TOC -->

#### Harbor {#reg}

${['Sign what is copied {: #sign .wide}', 'Verify it {.wide #verify}', 'Resume it {- resume }'].map(tocIdea).join('\n')}`,
    tocAsked,
  ))

test('toc-broken-link: a broken escape is a broken link, not an exception', () =>
  checkRule(
    `<!-- TOC -->
* [Harbor](#harbor%)
            ^^^^^^^ toc-broken-link
* [Sign what is copied](#sign-what-is-copied)
<!-- TOC -->

#### Harbor

${tocIdea('Sign what is copied')}`,
    tocAsked,
  ))

test('toc-broken-link: the intended heading of a broken link is a related location', () => {
  const text = `<!-- TOC -->\n* [Harbor](#harbour)\n<!-- TOC -->\n\n#### Harbor\n\n${tocIdea('Tests')}`
  const [finding] = lint(text, { path: tocOptionalPath, rules: tocRules })
  const start = text.indexOf('#### Harbor') + 5
  assert.deepEqual(finding?.related, [{ span: { start, end: start + 'Harbor'.length }, message: 'The matching heading' }])
})

const two = `#### Harbor

${tocIdea('Tests')}
#### etcd

${tocIdea('Tests')}`

test('toc-broken-link: of two equal titles with one anchor, the entry that links to the other one is a broken link', () => {
  const toc = (anchor: string, carets = ''): string => `<!-- TOC -->
* [Harbor](#harbor)
  * [Tests](#tests)
* [etcd](#etcd)
  * [Tests](#${anchor})
${carets}<!-- TOC -->

${two}`
  const bad = toc(
    'tests',
    '             ^^^^^ toc-broken-link warning: "#tests" links to another heading called "Tests"; expected "#tests-1".\n',
  )
  checkRule(bad, tocAsked)
  checkFirstFixes(bad, toc('tests-1'), tocAsked)
  checkRule(toc('tests-1'), tocAsked)
})

test('toc-broken-link: a stale entry is removed on review, with what is stale below it', () => {
  const toc = (lines: string): string =>
    `<!-- TOC -->\n${lines}* [Harbor](#harbor)\n  * [Tests](#tests)\n<!-- TOC -->\n\n#### Harbor\n\n${tocIdea('Tests')}`
  checkFirstFixes(toc('* [Dex](#dex)\n'), toc(''), tocAsked)
  const [project] = lint(toc('* [Dex](#dex)\n  * [Log in](#log-in)\n'), tocAsked)
  assert.deepEqual(
    project?.fixes?.().map(({ kind, title }) => [kind, title]),
    [['review', 'Remove the entry']],
  )
})

test('toc-broken-link: a stale entry with a good one below it is not removed', () => {
  const text = `<!-- TOC -->\n* [Harbour](#harbour)\n  * [Tests](#tests)\n<!-- TOC -->\n\n#### Harbor\n\n${tocIdea('Tests')}`
  const broken = lint(text, tocAsked).find(({ code }) => code === 'toc-broken-link')
  assert.equal(broken?.fix, 'none')
})
