import { test } from 'node:test'
import { checkFirstFixes, checkRule } from '../support/checkRule.ts'
import { tocAsked, tocIdea } from '../support/tocLists.ts'

test('toc-entry-text: a heading that is listed by its text, or by its anchor only, is listed', () =>
  checkRule(
    `<!-- TOC -->
* [Harbor](#harbour)
            ^^^^^^^ toc-broken-link
  * [Signatures](#sign-what-is-copied)
     ^^^^^^^^^^ toc-entry-text
<!-- TOC -->

#### Harbor

${tocIdea('Sign what is copied')}`,
    tocAsked,
  ))

test('toc-entry-text: an entry whose text names another idea than its anchor is linked to that idea', () => {
  const toc = (anchor: string, carets = ''): string => `<!-- TOC -->
* [Harbor](#harbor)
  * [Copy](#copy)
  * [Sign](#${anchor})
${carets}<!-- TOC -->

#### Harbor

${tocIdea('Copy')}
${tocIdea('Sign')}`
  const bad = toc('copy', '     ^^^^ toc-entry-text information: The entry "Sign" links to "Copy"; expected "#sign".\n')
  checkRule(bad, tocAsked)
  checkFirstFixes(bad, toc('sign'), tocAsked)
})

test('toc-entry-text: other quotation marks, emphasis and escapes are the same text', () =>
  checkRule(
    `<!-- TOC -->
* [Harbor](#harbor)
  * [Say \u201chello\u201d *now* \\& then](#say-hello-now--then)
<!-- TOC -->

#### Harbor

${tocIdea('Say "hello" now & then')}`,
    tocAsked,
  ))

test('toc-entry-text: marks that only GitHub or other viewers know are not compared', () =>
  checkRule(
    `<!-- TOC -->
* [Harbor](#harbor)
  * [Sign what is copied](#sign-what-is-copied-rocket)
  * [Verify it](#verify-it)
  * [Resume it](#resume-it1)
  * [Ratio 1:2:3](#ratio-123)
<!-- TOC -->

#### Harbor

${['Sign what is copied :rocket:', '~~Verify~~ it', 'Resume it[^1]', 'Ratio 1:2:3'].map(tocIdea).join('\n')}`,
    tocAsked,
  ))
