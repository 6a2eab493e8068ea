import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isProposalAction, proposalPageParts } from '../../../client/src/proposal/proposalPage.ts'
import type { ProposalAnswer } from '../../../server/src/protocol/proposal.ts'

const range = { start: { line: 4, character: 2 }, end: { line: 4, character: 9 } }
const proposal: ProposalAnswer = {
  form: 'LFX <form>',
  repository: 'cncf/mentoring',
  title: '[LFX] Harbor <b>',
  body: 'body',
  url: 'https://github.com/cncf/mentoring/issues/new?title=a',
  fields: [
    { id: 'name', label: 'Name', value: '<script>', counter: { used: 72, max: 71 } },
    { id: 'text', label: 'Text', value: 'a\nb', counter: { used: 3, max: 3000 } },
    { id: 'skills', label: 'Skills', value: '', counter: null },
  ],
  problems: [
    { field: 'name', severity: 'error', message: 'Too <long>', range },
    { field: 'url', severity: 'warning', message: 'Copy it', range: null },
  ],
  notes: [],
}
const shown = (more: Partial<ProposalAnswer> = {}, canCreate = true): string =>
  proposalPageParts({ kind: 'proposal', proposal: { ...proposal, ...more }, canCreate }).proposal

test('proposal page: counters, empty inputs and problems, each at its input, as text only', () => {
  const html = shown()
  assert.ok(!/<script|<b>|<long>|<form>/.test(html))
  assert.match(
    html,
    /<h2>Name <span class="counter over">72 of 71, too long<\/span><\/h2><pre class="value">&#60;script&#62;<\/pre>/,
  )
  assert.match(html, /<h2>Text <span class="counter">3 of 3,000<\/span><\/h2>/)
  assert.match(html, /<h2>Skills<\/h2><p class="nothing">No response<\/p>/)
  assert.match(
    html,
    /<button type="button" class="error" data-go="0"><span class="severity">Rejected<\/span> Too &#60;long&#62; <span class="place">line 5<\/span>/,
  )
  assert.match(html, /<ul class="problems"><li class="warning"><span class="severity">To check<\/span> Copy it<\/li><\/ul>/)
  assert.match(html, /1 problem to fix before submitting/)
})

test('proposal page: nothing is ready while anything below is to be checked', () => {
  const lfid = { field: 'text', severity: 'warning', message: 'Ada has no LFID.', range: null } as const
  assert.match(shown({ problems: [lfid] }), /<p class="error">Not ready: 1 problem to check before submitting<\/p>/)
  assert.match(shown({ problems: [lfid, lfid] }), /Not ready: 2 problems to check before submitting/)
  assert.match(shown({ problems: [] }), /<p class="fine">Ready to submit<\/p>/)
})

test('proposal page: files that could not be used are named', () => {
  assert.match(
    shown({ notes: ['a<b>.yml was not used: not valid YAML.'] }),
    /<p class="note">a&#60;b&#62;\.yml was not used: not valid YAML\.<\/p>/,
  )
  assert.doesNotMatch(shown(), /class="note"/)
})

test('proposal page: a button for what can be done, and only that', () => {
  const actions = (html: string): readonly string[] => [...html.matchAll(/data-action="(\w+)"/g)].map(([, action]) => action!)
  assert.deepEqual(actions(shown()), ['copyBody', 'copyTitle', 'open', 'create'])
  assert.deepEqual(actions(shown({}, false)), ['copyBody', 'copyTitle', 'open'])
  assert.deepEqual(actions(shown({ url: null, repository: null })), ['copyBody', 'copyTitle'])
  assert.deepEqual(['create', 'toString', 1, null].map(isProposalAction), [true, false, false, false])
})

test('proposal page: a screen reader hears the title and the result; the script keeps the focus', () => {
  const { announcement, title } = proposalPageParts({
    kind: 'proposal',
    proposal: { ...proposal, problems: [] },
    canCreate: true,
  })
  assert.deepEqual([announcement, title], ['[LFX] Harbor <b>, Ready to submit', 'Proposal: [LFX] Harbor <b>'])
  assert.match(proposalPageParts({ kind: 'message', why: 'No <idea>' }).proposal, /No &#60;idea&#62;/)
  assert.match(readFileSync('media/actionPage.js', 'utf8'), /\.focus\(\)/)
})
