import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { readIdeaFile, updateIdeaFile } from '../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { headingLevel } from '../../server/src/rules/headingLevel.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { changeBetween } from '../../server/src/text/textChange.ts'
import { checkFirstFixes, checkRule, lint, read } from '../support/checkRule.ts'

const only = { rules: [headingLevel] }
const fields = '\n- Description: It should.\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada)\n\n'
const idea = (level: number, title: string): string => `${'#'.repeat(level)} ${title}\n${fields}`

const list = `# Mentoring

## Projects

### Harbor

${idea(4, 'Sign')}${idea(4, 'Resume broken transfers at the edge')}### Jaeger

${idea(4, 'Show long traces of more than a million spans')}${idea(4, 'Compare')}### Zot

${idea(4, 'Copy')}`

const projectsOf = (text: string): readonly string[] =>
  read(text).projects.flatMap(({ name, ideas }) => ideas.map((placed) => `${name}: ${placed.idea.heading?.text}`))

for (const line of list.split('\n').filter((text) => /^#{3,4} /.test(text))) {
  for (const [what, changed] of [
    ['deeper', `#${line}`],
    ['higher', line.slice(1)],
  ] as const) {
    test(`heading-level: one level ${what} is found and fixed: ${line}`, () => {
      const text = list.replace(`\n${line}\n`, `\n${changed}\n`)
      const findings = lint(text, only)
      assert.deepEqual(
        findings.map(({ span }) => text.slice(span.start, span.end)),
        [line.replace(/^#+ /, '')],
      )
      const [fix] = findings[0]!.fixes!()
      assert.equal(fix!.kind, findings[0]!.fix)
      assert.equal(applyEdits(text, fix!.edits), list)
      if (fix!.kind === 'safe') assert.deepEqual(projectsOf(list), projectsOf(text))
    })
  }
}

test('heading-level: a good list has no finding, nor has one whose projects are all more than one level above the ideas', () => {
  checkRule(list, only)
  checkRule(`# Harbor\n\n${idea(3, 'One')}# Jaeger\n\n${idea(3, 'Two')}`, only)
})

test('heading-level: ideas under a sub-project may be deeper', () =>
  checkRule(`## Kubernetes\n\n${idea(3, 'One')}${idea(3, 'Two')}### SIG CLI\n\n${idea(4, 'Three')}${idea(4, 'Four')}`, only))

test('heading-level: a heading of an idea that holds the rest of its fields is a part of it', () =>
  checkRule(
    `### Harbor\n\n${idea(4, 'One')}${idea(4, 'Zero')}#### Two\n\n- Description: x\n\n##### Who\n\n- Recommended Skills: Go\n- Mentor(s): Ada (@ada)\n`,
    only,
  ))

test('heading-level: an idea after fields without an idea may belong elsewhere: its fix is for review', () => {
  const text = `### Harbor\n\n${idea(4, 'One')}### Jaeger\n${fields}${idea(3, 'Resume broken transfers at the edge')}### Zot\n\n${idea(4, 'Two')}`
  assert.deepEqual(
    lint(text, only).map(({ fix }) => fix),
    ['review'],
  )
})

test('heading-level: an underlined heading becomes one with marks, for review', () => {
  const bad = `Harbor\n------\n\n${idea(3, 'One')}Envoy\n=====\n\n${idea(3, 'Two')}`
  assert.deepEqual(
    lint(bad, only).map(({ fix, message }) => [fix, message]),
    [['review', '"Envoy" is at heading level 1, but projects in this list are at level 2 (##).']],
  )
  checkFirstFixes(bad, bad.replace('Envoy\n=====', '## Envoy'), only)
})

test('heading-level: marks at the end of a heading go along where they are the same', () => {
  const bad = `### Harbor ###\n\n${idea(4, 'One')}### Sign what is copied to the edge ###  \n${fields}${idea(4, 'Two')}`
  checkFirstFixes(bad, bad.replace('### Sign what is copied to the edge ###', '#### Sign what is copied to the edge ####'), only)
})

const toc = (entry: string): string =>
  `<!-- TOC -->\n* [Harbor](#harbor)\n\t- [Sign](#sign)\n${entry}\n* [Zot](#zot)\n\t- [Copy](#copy)\n<!-- /TOC -->\n\n`
const below = (marks: string): string =>
  `### Harbor\n\n${idea(4, 'Sign')}${marks} Resume broken transfers at the edge\n${fields}### Zot\n\n${idea(4, 'Copy')}`
const link = '[Resume broken transfers at the edge](#resume-broken-transfers-at-the-edge)'

test('heading-level: the entry of the table of contents goes along, with the bullet of its new level', () =>
  checkFirstFixes(toc(`* ${link}`) + below('###'), toc(`\t- ${link}`) + below('####'), only))

test('heading-level: an entry at the right place stays', () =>
  checkFirstFixes(toc(`\t- ${link}`) + below('###'), toc(`\t- ${link}`) + below('####'), only))

test('heading-level: hashes without a space after them are reported if the ideas below belong to another project', () => {
  const tight = (project: string, title: string): string =>
    `### Harbor\n\n${idea(4, 'Sign')}${project}\n\n${idea(4, 'Trace')}${title}\n${fields}### Zot\n\n${idea(4, 'Copy')}`
  const bad = tight(
    `###Jaeger
^^^^^^^^^ heading-level warning: "###Jaeger" is not a heading because the space after "###" is missing; expected "### Jaeger".`,
    `####🔭 Compare
^^^^^^^^^^^^^^ heading-level warning: "####🔭 Compare" is not a heading because the space after "####" is missing; expected "#### 🔭 Compare".`,
  )
  checkRule(bad, only)
  checkFirstFixes(bad, tight('### Jaeger', '#### 🔭 Compare'), only)
})

test('heading-level: hashes in a fence, a comment, an address or at another level are no headings', () =>
  checkRule(
    `### Harbor\n\n${idea(4, 'Sign')}\`\`\`\n####Trace\n\`\`\`\n\n<!--\n####Trace\n-->\n\n####123 is done\n\n#trace ##trace ####trace\n\n##Trace\n\n    ####Trace\n`,
    only,
  ))

test('heading-level: if projects are at two depths with their ideas, no fix is safe', () => {
  // above the projects' level an unknown name is no project: a deeper heading would belong to another
  const harbor = `## Harbor\n\n${idea(3, 'Sign')}## Our own tools\n\n${idea(3, 'Read logs')}`
  const deeper = `#### Jaeger\n\n${idea(5, 'Trace')}${idea(5, 'Compare')}${idea(5, 'Undo')}#### Keylime\n\n${idea(5, 'Attest')}${idea(5, 'Seal')}`
  const found = lint(harbor + deeper, only)
  assert.deepEqual(
    found.map(({ fix, message }) => [fix, message.split(' is ')[0]]),
    [
      ['review', '"Harbor"'],
      ['review', '"Sign"'],
      ['review', '"Read logs"'],
    ],
  )
})

test('heading-level: a project with a heading above the projects among its ideas would lose those below it: for review', () => {
  const bad = `## Harbor\n\n${idea(4, 'One')}## Tools that we share\n\n${idea(4, 'Two')}### Cilium\n\n${idea(4, 'Three')}`
  assert.deepEqual(projectsOf(bad), ['Harbor: One', 'Harbor: Two', 'Cilium: Three'])
  assert.deepEqual(
    lint(bad, only).map(({ fix, message }) => [fix, message]),
    [['review', '"Harbor" is at heading level 2, but projects in this list are at level 3 (###).']],
  )
  const flat = `## Harbor\n\n${idea(4, 'One')}${idea(4, 'Two')}### Cilium\n\n${idea(4, 'Three')}### Zot\n\n${idea(4, 'Four')}`
  assert.deepEqual(
    lint(flat, only).map(({ fix }) => fix),
    ['safe'],
  )
})

const withTemplate = (marks: string, ideas: string): string =>
  `## Template\n\n\`\`\`\n#### Project\n${marks}\n\n- Description:\n- Recommended Skills:\n- Mentor(s):\n\`\`\`\n\n## Ideas\n\n### Harbor\n\n${ideas}`
const titles = ['Sign', 'Copy', 'Mirror', 'Prune']

test('heading-level: of a template that nearly all ideas contradict only the template is reported, and its fix follows the list', () => {
  const ideas = `${titles.map((title) => idea(4, title)).join('')}### Jaeger\n\n${idea(4, 'Trace')}${idea(4, 'Compare')}${idea(5, 'As in the template')}`
  checkRule(
    withTemplate('##### Title', ideas).replace(
      '##### Title\n',
      '##### Title\n^^^^^^^^^^^ heading-level information: The template has ideas at heading level 5, but 6 of 7 ideas are at level 4 (####).\n',
    ),
    only,
  )
  const text = withTemplate('##### Title', ideas)
  const [fix] = lint(text, only)[0]!.fixes!()
  assert.equal(applyEdits(text, fix!.edits), withTemplate('#### Title', ideas).replace('#### Project', '### Project'))
})

test('heading-level: the heading of a sample that follows an outvoted template is no project', () => {
  const sample = `### Sample:\n\n#### Harbor\n${idea(5, 'As in the template')}`
  const ideas = `${titles.map((title) => idea(4, title)).join('')}${idea(4, 'Trace')}`
  const text = withTemplate('##### Title', ideas).replace('## Ideas\n', `${sample}## Ideas\n`)
  assert.deepEqual(
    lint(text, { path: 'lfx-mentorship/2020/01-Spring/project_ideas.md' }).flatMap(({ code, span }) =>
      ['heading-level', 'project-order', 'unknown-project'].includes(code) ? [text.slice(span.start, span.end)] : [],
    ),
    ['##### Title'],
  )
})

test('heading-level: a template that a few ideas contradict, or all of a short list, is right', () => {
  const some = withTemplate(
    '##### Title',
    `${titles.map((title) => idea(5, title)).join('')}${idea(4, 'Trace the copies of every image')}`,
  )
  assert.deepEqual(
    lint(some, only).map(({ message }) => message),
    ['"Trace the copies of every image" is at heading level 4, but ideas in this list are at level 5 (#####).'],
  )
  const short = withTemplate(
    '##### Title',
    `${idea(5, 'Sign')}${titles
      .slice(1)
      .map((title) => idea(4, title))
      .join('')}`,
  )
  assert.equal(lint(short, only).length > 1, true)
})

test('heading-level: an outvoted template below the ideas is reported where it stands after an edit inside an idea', () => {
  const ideas = `### Harbor\n\n${[...titles, 'Trace'].map((title) => idea(4, title)).join('')}`
  const text = `${ideas}## Template\n\n\`\`\`\n#### Project\n##### Title\n\n- Description:\n- Recommended Skills:\n- Mentor(s):\n\`\`\`\n`
  const linter = createLinter([headingLevel], (message) => assert.fail(message))
  const marked = (file: IdeaFile): readonly string[] => linter.lint(file).map(({ span }) => file.text.slice(span.start, span.end))
  const options = { path: 'ideas.md', knowsProject }
  const file = readIdeaFile(text, options)
  assert.deepEqual(marked(file), ['##### Title'])
  const edited = text.replace('It should.', 'It should do more.')
  assert.deepEqual(marked(updateIdeaFile(file, edited, changeBetween(text, edited), options)), ['##### Title'])
})
