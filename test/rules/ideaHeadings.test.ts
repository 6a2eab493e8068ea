import { test } from 'node:test'
import { duplicateIdea } from '../../server/src/rules/duplicateIdea.ts'
import { emptyIdea } from '../../server/src/rules/emptyIdea.ts'
import { orphanFields } from '../../server/src/rules/orphanFields.ts'
import { checkFixed, checkLint } from '../support/checkRule.ts'

const fields = '- Description: It should.\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada)\n'
const idea = (title: string): string => `#### ${title}\n\n${fields}\n`
const empty = { rules: [emptyIdea] }
const orphan = { rules: [orphanFields] }
const twice = { rules: [duplicateIdea] }

test('an empty idea goes with its entry in the table of contents; a comment below it stays', () => {
  const toc = (entry: string): string => `* [Harbor](#harbor)\n  * [One](#one)\n${entry}* [Zot](#zot)\n\n`
  checkFixed(
    `${toc('  * [Later](#later)\n')}### Harbor\n\n${idea('One')}#### Later\n\n<!-- Ada writes it -->\n\n### Zot\n\n${idea('Two')}`,
    `${toc('')}### Harbor\n\n${idea('One')}<!-- Ada writes it -->\n\n### Zot\n\n${idea('Two')}`,
    empty,
  )
})

test('an empty idea at the end of the text goes without a trace', () => {
  checkFixed(`### Harbor\n\n${idea('One')}#### Later`, `### Harbor\n\n${idea('One').trimEnd()}\n`, empty)
  checkFixed(`### Harbor\n\n${idea('One')}#### Later\n\n\n`, `### Harbor\n\n${idea('One').trimEnd()}\n`, empty)
})

test('a long heading at project level with nothing under it is an empty idea and one without text is none yet', () =>
  checkLint(
    `### Harbor

${idea('One')}
### Resume broken transfers at the edge
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ empty-idea error: "Resume broken transfers at the edge" has nothing under it; expected the fields of an idea.

### Zot

${idea('Two')}
####
`,
    empty,
  ))

test('prose, a sub-project and instructions are no empty ideas', () =>
  checkLint(
    `### Harbor\n\n#### Later\n\nWe shall see.\n\n${idea('One')}#### Notes\n\n### Kubernetes\n\n#### SIG CLI\n\n##### Two\n\n${fields}`,
    empty,
  ))

test('fields right under a project or a chapter get a heading where they begin, below what stands before them', () => {
  const rest = `### Zot\n\n${idea('One')}${idea('Two')}`
  checkFixed(
    `### Harbor\n\nA registry.\n\n${fields}\n${rest}`,
    `### Harbor\n\nA registry.\n\n#### Title of the idea\n\n${fields}\n${rest}`,
    orphan,
  )
  checkFixed(`## Ideas\n\n${fields}\n${rest}`, `## Ideas\n\n#### Title of the idea\n\n${fields}\n${rest}`, orphan)
})

test('fields that explain the template belong to nobody', () => {
  for (const heading of ['Guidelines', 'How to add an idea']) {
    checkLint(`## ${heading}\n\n${fields}\n### Harbor\n\n${idea('One')}${idea('Two')}`, orphan)
  }
})

test('the same title under one project is told at each further place, whatever its letter case and emphasis', () =>
  checkLint(
    `### Harbor

${idea('Add tests')}
#### **Add Tests**
     ^^^^^^^^^^^^^ duplicate-idea
${fields}
### Jaeger

${idea('Add tests')}
### Harbor

#### Add  tests
     ^^^^^^^^^^ duplicate-idea warning: "Add tests" is the title of two ideas of this project; expected another one, or a single idea.

${fields}`,
    twice,
  ))
