import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duplicateText } from '../../server/src/rules/duplicateText.ts'
import { codesAndSeverities } from '../support/upstreamLists.ts'

test('duplicate-text: texts are compared without their spaces, short ones not at all', () => {
  const described = (title: string, text: string): string =>
    `#### ${title}\n- Description: ${text}\n- Mentor(s): Ada Example (@ada)\n\n`
  const long = 'An edge site loses its link for hours; its registry should catch up.'
  const ideas = (a: string, b: string): string => `### Harbor\n\n${described('Sign', a)}${described('Copy', b)}`
  assert.deepEqual(codesAndSeverities(ideas(long, long.replace('hours; ', 'hours;\n  ')), [duplicateText]), [
    'duplicate-text information',
  ])
  assert.deepEqual(codesAndSeverities(ideas(long, `${long}.`), [duplicateText]), [])
  assert.deepEqual(codesAndSeverities(ideas('See the issue.', 'See the issue.'), [duplicateText]), [])
})
