import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knowsProject } from '../../../server/src/catalog/knownProjects.ts'
import { hidesHeadings, resyncAfterRenames, resyncToc, snapshotToc } from '../../../server/src/editing/toc/resyncToc.ts'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import { applyEdits } from '../../../server/src/text/edits.ts'
import { read } from '../../support/checkRule.ts'

const path = 'programs/summerofcode/2022.md'
const idea = (title: string): string => `##### ${title}\n\n- Description: It should.\n- Mentor(s): Ada Example (@ada)\n\n`
const text = `## Ideas

<!-- TOC -->
* [Harbor](#harbor)
  * [Build it](#build-it)
  * [Sign it](#sign-it) (for beginners)
  * [Copy it](#copy-it) (a second mentor is wanted)
  * [Move it](#move-it)
<!-- /TOC -->

#### Harbor

${idea('Build it')}${idea('Sign it')}${idea('Copy it')}${idea('Move it')}`

const basis = snapshotToc(read(text, path))!
const resynced = (now: string): string => applyEdits(now, resyncToc(read(now, path), basis))
const first = '##### Sign it\n\n- Description: It should.\n- Mentor(s): Ada Example (@ada)'

const hidden: Readonly<Record<string, string>> = {
  'an open code fence': text.replace(first, `${first}\n\n\`\`\`sh\nmake sign`),
  'an open fence of tildes': text.replace(first, `${first}\n\n~~~\nmake sign`),
  'an open comment': text.replace(first, `${first}\n\n<!-- not yet`),
  'an open comment before a renamed idea': text
    .replace(first, `${first}\n\n<!-- not yet`)
    .replace('##### Move it', '##### Move all'),
  'HTML without a blank line': text.replace('##### Copy it', '<div>\n##### Copy it'),
}

for (const [name, now] of Object.entries(hidden)) {
  test(`resyncToc: ${name} removes no entry`, () => {
    assert.equal(resynced(now), now)
    assert.ok(hidesHeadings(read(now, path), basis))
    const after = applyEdits(now, resyncAfterRenames(read(now, path)))
    assert.ok(after.includes('[Copy it](#copy-it) (a second mentor is wanted)'))
  })
}

test('resyncToc: entries of deleted ideas are removed, also if another idea has the same title', () => {
  const removed = text.replace(idea('Move it'), '')
  assert.equal(resynced(removed), removed.replace('  * [Move it](#move-it)\n', ''))
  const twice = text.replace('##### Move it', '##### Copy it').replace('[Move it](#move-it)', '[Copy it](#copy-it-1)')
  const once = twice.replace(`${idea('Copy it')}${idea('Copy it')}`, idea('Copy it'))
  const after = applyEdits(once, resyncToc(read(once, path), snapshotToc(read(twice, path))!))
  assert.equal(after.split('[Copy it]').length, 2)
})

test('resyncAfterRenames: an entry that the first edits show to be renamed follows at once', () => {
  const rest = `### Harbor\n\n${['Sign copies', 'Copy it', 'Sign it'].map((title) => `#### ${title}\n\n- Description: x\n- Mentor(s): Ada Fern (@ada)\n`).join('\n')}`
  const whole = (rows: string): string => `## Table of Contents\n\n${rows}\n${rest}`
  const text = whole(
    '  - [Sign](#sign-it) (new)\n  <t>\n=======\n  - **Sign copies** (#sign-copies)\n1. [Kubernetes](#kubernetes)\n',
  )
  const after = applyEdits(text, resyncAfterRenames(read(text, 'programs/summerofcode/2026.md')))
  assert.equal(
    after,
    whole('  - [Sign it](#sign-it) (new)\n  <t>\n=======\n  - [Sign copies](#sign-copies)\n1. [Copy it](#copy-it)\n'),
  )
  assert.deepEqual(resyncAfterRenames(read(after, 'programs/summerofcode/2026.md')), [])
})

const renamedSince = (before: string, now: string, at = path): string =>
  applyEdits(now, resyncAfterRenames(readIdeaFile(now, options(at)), snapshotToc(readIdeaFile(before, options(at)))))
const options = (at: string) => ({ path: at, knowsProject })

test('resyncAfterRenames: what was listed before is known to be renamed, wherever other ideas are not listed', () => {
  const row = '  * [Copy it](#copy-it) (a second mentor is wanted)\n'
  const stale = text.replace('  * [Build it](#build-it)\n', '').replace('  * [Move it](#move-it)\n', '')
  const now = stale.replace('##### Copy it', '##### Copy it twice')
  const after = renamedSince(stale, now)
  assert.ok(after.includes('  * [Copy it twice](#copy-it-twice) (a second mentor is wanted)\n'), after)
  assert.equal(after.match(/^ {2}\* /gm)?.length, 4)
  // a heading that an open fence hides was not renamed
  const hiding = now.replace(first, `${first}\n\n\`\`\`sh\nmake sign`).replace('##### Copy it twice', '##### Copy it')
  assert.ok(renamedSince(stale, hiding).includes(row))
})

test('resyncAfterRenames: in a list that need not have a table, too; an entry that was dead before stays so', () => {
  const own = (title: string): string =>
    `## ${title}\n\n**Mentors:** Ana Lima (@ana)\n\n**Size:** 350 hours\n\n**Difficulty:** Hard\n\n`
  const before = `# Ideas\n\n## Table of Contents\n\n- [Old](#old)\n- [Sign](#sign)\n- [Copy](#copy)\n\n${['Sign', 'Copy', 'Move', 'Show'].map(own).join('')}`
  const at = 'harbor/ideas.md'
  assert.equal(readIdeaFile(before, options(at)).template.toc, false)
  assert.ok(readIdeaFile(before, options(at)).toc)
  const after = renamedSince(before, before.replace('## Copy', '## Copy twice'), at)
  assert.ok(after.includes('- [Old](#old)\n- [Sign](#sign)\n- [Copy twice](#copy-twice)\n\n'), after)
})
