import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duplicateUpstream } from '../../server/src/rules/duplicateUpstream.ts'
import { codesAndSeverities, ideaWithUpstream } from '../support/upstreamLists.ts'

test('duplicate-upstream: one issue of two ideas is a warning across projects, information within one', () => {
  const url = 'https://github.com/goharbor/harbor/issues/1'
  const text = `### Harbor

${ideaWithUpstream('Sign', url)}
${ideaWithUpstream('Copy', 'https://www.github.com/GoHarbor/harbor/issues/1/')}
### Linkerd

${ideaWithUpstream('Trace', `[the issue](${url})`)}
${ideaWithUpstream('Count', `${url}23`)}`
  assert.deepEqual(codesAndSeverities(text, [duplicateUpstream]), [
    'duplicate-upstream information',
    'duplicate-upstream warning',
  ])
})
