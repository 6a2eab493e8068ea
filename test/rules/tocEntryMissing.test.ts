import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { readIdeaFile, updateIdeaFile } from '../../server/src/model/ideaFile.ts'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { fixAll } from '../../server/src/rules/engine/fixAll.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import type { Change } from '../../server/src/text/textChange.ts'
import { checkRule, lint } from '../support/checkRule.ts'
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
     ^^^^^^ toc-entry-missing warning: "Harbor" is missing from the table of contents.

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

/** The table of a list after the fix with this title. */
function tableAfter(text: string, title: string): string {
  const fixes = lint(text, tocAsked).flatMap((finding) => [...(finding.fixes?.() ?? []), ...(finding.individualFixes?.() ?? [])])
  const fix = fixes.find((each) => each.title === title)
  assert.ok(fix, title)
  return applyEdits(text, fix.edits).split('<!-- TOC -->')[1]!
}

const threeProjects = (table: string): string => `<!-- TOC -->${table}<!-- TOC -->

#### Drasi

${tocIdea('Read rows')}
#### Harbor

${tocIdea('Sign copies')}
${tocIdea('Lose less')}
#### Zot

${tocIdea('Copy all')}`

test('toc-entry-missing: to add an idea adds its project, so that it is not listed below another one', () => {
  const text = threeProjects('\n- [Drasi](#drasi)\n  - [Read rows](#read-rows)\n- [Zot](#zot)\n  - [Copy all](#copy-all)\n')
  assert.equal(
    tableAfter(text, 'Add "Lose less" to the table of contents'),
    '\n- [Drasi](#drasi)\n  - [Read rows](#read-rows)\n- [Harbor](#harbor)\n  - [Lose less](#lose-less)\n- [Zot](#zot)\n  - [Copy all](#copy-all)\n',
  )
})

test('toc-entry-missing: the first entry comes before a row with its children, not between them', () => {
  const text = threeProjects('\n- [Gone](#gone)\n  - [Copy all](#copy-all)\n- [Harbor](#harbor)\n')
  assert.equal(
    tableAfter(text, 'Add "Drasi" to the table of contents'),
    '\n- [Drasi](#drasi)\n- [Gone](#gone)\n  - [Copy all](#copy-all)\n- [Harbor](#harbor)\n',
  )
})

const titles = ['Sign what is copied', 'Resume transfers', 'Scan in parallel', 'Sort by age']
const tocOf = (listed: readonly string[]): string =>
  ['- [Harbor](#harbor)', ...listed.map((title) => `  - [${title}](#${title.toLowerCase().replaceAll(' ', '-')})`)].join('\n')

/** A list of a profile that asks for no table of contents, with one that lists some of its ideas. */
const missingIn = (listed: readonly string[], path = tocOptionalPath): readonly string[] =>
  lint(`${tocOf(listed)}\n\n#### Harbor\n\n${titles.map(tocIdea).join('\n')}`, { path, rules: tocRules }).map(
    ({ message }) => message,
  )

test('toc-entry-missing: a table that nobody asks for is kept up if it lists most ideas', () => {
  assert.deepEqual(missingIn(titles), [])
  assert.deepEqual(missingIn(titles.slice(1)), ['"Sign what is copied" is missing from the table of contents.'])
  assert.deepEqual(missingIn(titles.slice(0, 2)), [])
})

test('toc-entry-missing: so it is in a list that teaches its schema', () => {
  assert.deepEqual(missingIn(titles.slice(1), 'ideas.md'), ['"Sign what is copied" is missing from the table of contents.'])
})

/** The table of a list after all safe fixes. */
function tableAfterFixAll(text: string, path: string): string {
  const options = { path, knowsProject }
  const file = readIdeaFile(text, options)
  const update = (before: typeof file, now: string, change: Change): typeof file => updateIdeaFile(before, now, change, options)
  const after = fixAll(file, { update, lint: (file) => createLinter(tocRules, assert.fail).lint(file) })
  return after.file.text.slice(0, after.file.text.indexOf('\n\n####'))
}

test('toc-entry-missing: the entry of a renamed heading is renamed by all safe fixes, not joined by a second one', () => {
  const renamed = `\n\n#### Harbor\n\n${titles.map((title) => tocIdea(title.replace('by age', 'by size'))).join('\n')}`
  const table = tocOf(titles.map((title) => title.replace('by age', 'by size')))
  for (const path of [tocAsked.path, 'ideas.md']) assert.equal(tableAfterFixAll(tocOf(titles) + renamed, path), table, path)
  // it may be about something else
  const other = tableAfterFixAll(tocOf(titles.with(3, 'Tell the tide')) + renamed, tocAsked.path)
  assert.ok(other.includes('[Tell the tide](#tell-the-tide)') && other.includes('[Sort by size](#sort-by-size)'), other)
})
