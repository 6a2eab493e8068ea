import { test } from 'node:test'
import { checkRule } from '../support/checkRule.ts'
import { tocAsked, tocIdea, tocOptionalPath, tocRules } from '../support/tocLists.ts'

test('toc-entry-missing: an item without a link lists what it names, once', () =>
  checkRule(
    `<!-- TOC -->
- Harbor
  - [**Sign**](#sign)
  - Tests
- **etcd:**
<!-- TOC -->

#### Harbor

${tocIdea('Sign')}
${tocIdea('Tests')}
#### etcd

##### Tests
      ^^^^^ toc-entry-missing
${tocIdea('Tests').split('\n').slice(1).join('\n')}`,
    tocAsked,
  ))

test('toc-entry-missing: projects and ideas that no entry lists are reported at their headings', () =>
  checkRule(
    `<!-- TOC -->
* [Sign what is copied](#sign-what-is-copied)
<!-- TOC -->

#### Harbor
     ^^^^^^ toc-entry-missing warning: "Harbor" is not in the table of contents; expected an entry for it.

${tocIdea('Sign what is copied')}
##### Copy what is signed
      ^^^^^^^^^^^^^^^^^^^ toc-entry-missing
${tocIdea('Copy what is signed').split('\n').slice(1).join('\n')}`,
    tocAsked,
  ))

test('toc-entry-missing: a list whose programme asks for no table may leave entries out', () => {
  const text = `<!-- TOC -->
* [Harbor](#harbor)
<!-- TOC -->

#### Harbor

${tocIdea('Sign what is copied')}`
  checkRule(text, { path: tocOptionalPath, rules: tocRules })
})

const two = `#### Harbor

${tocIdea('Tests')}
#### etcd

${tocIdea('Tests')}`

test('toc-entry-missing: of two equal titles with one entry, the other one is missing', () =>
  checkRule(
    `<!-- TOC -->
* [Harbor](#harbor)
  * [Tests](#tests)
* [etcd](#etcd)
<!-- TOC -->

${two.replace(/(?<=etcd\n\n##### )Tests/, 'Tests\n      ^^^^^ toc-entry-missing')}`,
    tocAsked,
  ))
