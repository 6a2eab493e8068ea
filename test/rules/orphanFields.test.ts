import { test } from 'node:test'
import { orphanFields } from '../../server/src/rules/orphanFields.ts'
import { checkFirstFixes, checkRule } from '../support/checkRule.ts'

const fields = '- Description: It should.\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada)\n'

const idea = (title: string): string => `#### ${title}\n\n${fields}\n`

const orphan = { rules: [orphanFields] }

test('orphan-fields: fields directly under a project or a chapter get a heading before the first of them', () => {
  const rest = `### Zot\n\n${idea('One')}${idea('Two')}`
  checkFirstFixes(
    `### Harbor\n\nA registry.\n\n${fields}\n${rest}`,
    `### Harbor\n\nA registry.\n\n#### Idea title\n\n${fields}\n${rest}`,
    orphan,
  )
  checkFirstFixes(`## Ideas\n\n${fields}\n${rest}`, `## Ideas\n\n#### Idea title\n\n${fields}\n${rest}`, orphan)
})

test('orphan-fields: fields that explain the template are fine', () => {
  for (const heading of ['Guidelines', 'How to add an idea']) {
    checkRule(`## ${heading}\n\n${fields}\n### Harbor\n\n${idea('One')}${idea('Two')}`, orphan)
  }
})
