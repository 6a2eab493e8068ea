import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importRequest, type NewListText, nextYearRequest } from '../../../server/src/protocol/nextYear.ts'
import { fineFields, ideaWith } from '../../support/proposals.ts'
import { connect, timeout } from '../../support/server.ts'

const uri = 'file:///w/programs/summerofcode/2026.md'
const text = `# GSoC 2026\n\n${ideaWith(fineFields)}`

test('newLists: the list of the next year, of a document that need not be open', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  const next = (more: object): Promise<NewListText> =>
    client.request(nextYearRequest, { uri, text, year: null, carry: [], ...more })
  const open = [{ project: 'Harbor', title: 'Sign what is copied' }]
  assert.deepEqual(await next({}), { text: '# GSoC 2027\n\n## Ideas\n', year: 2027, refusal: null, open })
  const lfx = 'https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001'
  assert.deepEqual((await next({ text: `${text}- LFX URL: ${lfx}\n` })).open, [])
  assert.equal((await next({ carry: ['Sign what is copied'], year: 2028 })).text, text.replace('GSoC 2026', 'GSoC 2028'))
  assert.match((await next({ year: 2026 })).refusal ?? '', /not after 2026/)
  assert.match((await next({ text: '# Hello' })).refusal ?? '', /not an idea list/)
})

test('newLists: the list of an export, or why there is none', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  const made = (json: string): Promise<NewListText> => client.request(importRequest, { text: json })
  const exported =
    '{"programs":[{"cncf_project":"Harbor","program_name_short":"Sign","mentors":[],"term":"2026 Term 3 (Sep-Nov)"}]}'
  const { text: list, refusal } = await made(exported)
  assert.equal(refusal, null)
  assert.ok(list.startsWith('# LFX Mentorship 2026 Term 3\n') && list.includes('  - [Sign](#sign)\n'))
  assert.match((await made('{')).refusal ?? '', /not valid JSON/)
  assert.match((await made('{"programs":[]}')).refusal ?? '', /no programs/)
})
