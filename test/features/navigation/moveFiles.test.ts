import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moveLinkEdits } from '../../../server/src/features/navigation/moveFiles.ts'
import { applyEdits } from '../../../server/src/text/edits.ts'
import { runSteps } from '../../../server/src/text/runSteps.ts'
import { summarizePage } from '../../../server/src/workspace/listSummary.ts'
import { folder, known, pathOf } from '../../support/workspaceLists.ts'

type Texts = Readonly<Record<string, string>>

const listWith = (link: string): string =>
  `### Harbor\n\n#### Show the tide\n\n- Description: See ${link}.\n- Mentor(s):\n  - Ada Fern (@ada-fern, ada@example.org)\n`

/** The texts that change if a file or folder is moved; the first one is a list. */
function moved(texts: Texts, from: string, to: string, pages: Texts = {}): Texts {
  const [own, ...others] = Object.entries(texts).map(([path, text]) => known(path, text))
  const others2 = Object.entries(pages).map(([path, text]) => summarizePage(folder + encodeURI(path), text))
  const snapshot = { own: own!, others, pages: others2, roots: ['file:///w'] }
  const moves = [{ from: folder + encodeURI(from), to: folder + encodeURI(to) }]
  return Object.fromEntries(
    runSteps(moveLinkEdits(snapshot, moves)).map(({ list, edits }) => [
      pathOf(list.uri),
      /See (.*?)\.\n/.exec(applyEdits(list.text, edits))?.[1] ?? '',
    ]),
  )
}

const gsoc = 'summerofcode/2026.md'
const lfx = 'lfx-mentorship/2026/01-Mar-May/README.md'

test('moveFiles: links to a renamed list follow it, with their anchors and texts, in lists and pages', () => {
  assert.deepEqual(
    moved(
      { [gsoc]: listWith('[a](#harbor)'), [lfx]: listWith('[the tide](../../../summerofcode/2026.md#show-the-tide)') },
      gsoc,
      'summerofcode/GSoC (2026).md',
      { 'README.md': 'See [a](./summerofcode/2026.md#harbor), [b](/programs/summerofcode/2026.md#harbor) and [c](a.md#b).\n' },
    ),
    {
      [lfx]: '[the tide](../../../summerofcode/GSoC%20%282026%29.md#show-the-tide)',
      'README.md':
        '[a](./summerofcode/GSoC%20%282026%29.md#harbor), [b](/programs/summerofcode/GSoC%20%282026%29.md#harbor) and [c](a.md#b)',
    },
  )
})

test('moveFiles: links of a moved list to others are counted from its new folder', () => {
  assert.deepEqual(moved({ [gsoc]: listWith('[a](2025.md) and [b](../README.md#top)') }, gsoc, 'archive/old/2026.md'), {
    [gsoc]: '[a](../../summerofcode/2025.md) and [b](../../README.md#top)',
  })
  assert.deepEqual(moved({ [gsoc]: listWith('[b](/programs/README.md#top)') }, gsoc, 'archive/2026.md'), {})
})

test('moveFiles: in a folder that is moved only links across its border change', () => {
  const term = 'lfx-mentorship/2026/01-Mar-May'
  assert.deepEqual(
    moved(
      {
        [lfx]: listWith('[a](project_ideas.md#harbor), [b](../../../summerofcode/2026.md#harbor)'),
        [`${term}/project_ideas.md`]: listWith('[a](README.md#harbor)'),
        [gsoc]: listWith('[a](../lfx-mentorship/2026/01-Mar-May/README.md#harbor)'),
      },
      term,
      'lfx-mentorship/01-Mar-May',
    ),
    {
      [lfx]: '[a](project_ideas.md#harbor), [b](../../summerofcode/2026.md#harbor)',
      [gsoc]: '[a](../lfx-mentorship/01-Mar-May/README.md#harbor)',
    },
  )
})

test('moveFiles: a file that nothing links to changes nothing', () => {
  assert.deepEqual(moved({ [gsoc]: listWith('[a](2025.md)'), [lfx]: listWith('[a](#harbor)') }, lfx, 'lfx.md'), {})
})
