import { test } from 'node:test'
import { emptyIdea } from '../../server/src/rules/emptyIdea.ts'
import { rules as all } from '../../server/src/rules/index.ts'
import { checkFirstFixes, checkRule } from '../support/checkRule.ts'

const codes = new Set(['empty-idea', 'missing-field', 'empty-field', 'invalid-size', 'upstream-url'])

const rules = all.filter(({ code }) => codes.has(code))

const classic = { rules, path: 'programs/summerofcode/2020.md' }

test('empty-idea: an idea with nothing under it has no single missing field', () =>
  checkRule(
    `### Harbor

#### To be written
     ^^^^^^^^^^^^^ empty-idea

#### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
- Issue: https://github.com/goharbor/harbor/issues/1
`,
    classic,
  ))

const fields = '- Description: It should.\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada)\n'

const idea = (title: string): string => `#### ${title}\n\n${fields}\n`

const empty = { rules: [emptyIdea] }
const removing = { ...empty, title: 'Remove this heading' }

test('empty-idea: removing it also removes the entry in the table of contents; a comment below the idea stays', () => {
  const toc = (entry: string): string => `* [Harbor](#harbor)\n  * [One](#one)\n${entry}* [Zot](#zot)\n\n`
  checkFirstFixes(
    `${toc('  * [Later](#later)\n')}### Harbor\n\n${idea('One')}#### Later\n\n<!-- Ada writes it -->\n\n### Zot\n\n${idea('Two')}`,
    `${toc('')}### Harbor\n\n${idea('One')}<!-- Ada writes it -->\n\n### Zot\n\n${idea('Two')}`,
    removing,
  )
})

test('empty-idea: an empty idea at the end of the text is removed without a trace', () => {
  checkFirstFixes(`### Harbor\n\n${idea('One')}#### Later`, `### Harbor\n\n${idea('One').trimEnd()}\n`, removing)
  checkFirstFixes(`### Harbor\n\n${idea('One')}#### Later\n\n\n`, `### Harbor\n\n${idea('One').trimEnd()}\n`, removing)
})

test('empty-idea: a long heading at project level with nothing under it is an empty idea; one without text is not', () =>
  checkRule(
    `### Harbor

${idea('One')}
### Resume broken transfers at the edge
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ empty-idea error: "Resume broken transfers at the edge" has a title but no fields.

### Zot

${idea('Two')}
####
`,
    empty,
  ))

test('empty-idea: prose, a sub-project and instructions are no empty ideas', () =>
  checkRule(
    `### Harbor\n\n#### Later\n\nWe shall see.\n\n${idea('One')}#### Notes\n\n### Kubernetes\n\n#### SIG CLI\n\n##### Two\n\n${fields}`,
    empty,
  ))

test('empty-idea: the first fix adds the fields that the template of the list requires', () => {
  checkFirstFixes(
    `### Harbor\n\n${idea('One')}#### Later\n\n### Zot\n\n${idea('Two')}`,
    `### Harbor\n\n${idea('One')}#### Later\n\n- Description:\n- Recommended Skills:\n- Mentor(s):\n  - Name (@handle)\n- Issue:\n\n### Zot\n\n${idea('Two')}`,
    empty,
  )
})
