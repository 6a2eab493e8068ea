import { test } from 'node:test'
import { duplicateIdea } from '../../server/src/rules/duplicateIdea.ts'
import { checkRule } from '../support/checkRule.ts'

const fields = '- Description: It should.\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada)\n'

const idea = (title: string): string => `#### ${title}\n\n${fields}\n`

const twice = { rules: [duplicateIdea] }

test('duplicate-idea: the same title under one project is reported at each further place, whatever its letter case and emphasis', () =>
  checkRule(
    `### Harbor

${idea('Add tests')}
#### **Add Tests**
     ^^^^^^^^^^^^^ duplicate-idea
${fields}
### Jaeger

${idea('Add tests')}
### Harbor

#### Add  tests
     ^^^^^^^^^^ duplicate-idea warning: This project already has an idea titled "Add tests".

${fields}`,
    twice,
  ))
