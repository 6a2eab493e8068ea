import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duplicateLfxUrl } from '../../server/src/rules/duplicateLfxUrl.ts'
import { lfxUrl } from '../../server/src/rules/lfxUrl.ts'
import { adaFern, checkPeers, lfxList, lfxProjectUrl, lfxTerm } from '../support/checkPeers.ts'
import { lint } from '../support/checkRule.ts'
import { codesAndSeverities, ideaWithUpstream } from '../support/upstreamLists.ts'

test('lfx-url: accepted lists need the address of a project, proposals do not', () => {
  const uuid = '00000000-0000-4000-8000-00000000000a'
  const accepted = 'programs/lfx-mentorship/2026/01-Mar-May/README.md'
  const proposed = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md'
  const at = (value: string): string => `### Harbor\n\n${ideaWithUpstream('Sign', 'TBD', `- LFX URL:${value}`)}`
  const reported = (value: string, path = accepted): number => lint(at(value), { path, rules: [lfxUrl] }).length
  const project = `https://mentorship.lfx.linuxfoundation.org/project/${uuid}`
  for (const fine of [
    ` ${project}`,
    ` <${project}>`,
    ` [LFX](${project})`,
    ` ${project.toUpperCase().replace(/^[^/]+/, 'https:')}`,
  ]) {
    assert.equal(reported(fine), 0, fine)
  }
  for (const wrong of [
    '',
    ' TBD',
    ' https://mentorship.lfx.linuxfoundation.org/',
    ` http://example.org/project/${uuid}`,
    ` ${project}b`,
  ]) {
    assert.equal(reported(wrong), 1, wrong)
    assert.equal(reported(wrong, proposed), 0, wrong)
  }
  const twice = `${at(` ${project}`)}\n${ideaWithUpstream('Copy', 'TBD', `- LFX URL: [apply](${project.replace('a', 'a')})`)}`
  assert.deepEqual(codesAndSeverities(twice, [duplicateLfxUrl], proposed), ['duplicate-lfx-url error'])
  // until 2020 all ideas of a project had one page
  const bridge = twice.replaceAll('mentorship.lfx.linuxfoundation', 'people.communitybridge')
  assert.deepEqual(codesAndSeverities(bridge, [duplicateLfxUrl], proposed), [])
})

test('duplicate-lfx-url: an LFX URL of two projects is reported; the same project in two lists has one in both', () => {
  checkPeers(
    {
      [`${lfxTerm}/README.md`]: lfxList('Sign copies', adaFern),
      [`${lfxTerm}/selected_projects.md`]: lfxList('Copy signs', adaFern),
    },
    {
      [`${lfxTerm}/selected_projects.md`]: [
        ['duplicate-lfx-url', `${lfxProjectUrl}1`, `${lfxTerm}/README.md`, `${lfxProjectUrl}1`],
      ],
    },
  )
  checkPeers(
    {
      [`${lfxTerm}/README.md`]: lfxList('Sign copies', adaFern),
      [`${lfxTerm}/selected_projects.md`]: lfxList('Sign *copies*!', adaFern),
    },
    {},
  )
})

test('lfx-url: in a list that links its headings to the pages, the heading without a link is reported with the numbers of the list', () => {
  const heading = (title: string, n: number): string => `[${title}](${lfxProjectUrl}${n})`
  const linked = ['Sign', 'Copy', 'Mirror'].map((title, n) => ideaWithUpstream(heading(title, n), 'TBD')).join('\n')
  const reported = (rest: string, path = `${lfxTerm}/README.md`): readonly string[] => {
    const text = `### Harbor\n\n${linked}\n${rest}`
    return lint(text, { path, rules: [lfxUrl, duplicateLfxUrl] }).map(
      ({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`,
    )
  }
  const unlinked = ideaWithUpstream('Prune old images', 'TBD')
  const message = 'Prune old images: 3 of 4 ideas link to their LFX page in the heading; this one does not.'
  assert.deepEqual(reported(unlinked), [message])
  assert.deepEqual(reported(unlinked, `${lfxTerm}/project_ideas.md`), [])
  assert.deepEqual(reported(ideaWithUpstream('Prune', 'TBD', `- LFX URL: ${lfxProjectUrl}9`)), [])
  const [, message2 = ''] = reported(ideaWithUpstream(heading('Prune', 1), 'TBD'))[0]!.split(': ')
  assert.match(message2, /^This is already the LFX URL of "Copy"/)
  // with fewer linked headings it is no practice
  assert.deepEqual(reported(`${unlinked}\n${ideaWithUpstream('Trace', 'TBD')}`), [])
})
