import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listYear } from '../../../server/src/model/profiles/listYear.ts'
import { compareProgrammes } from '../../../server/src/model/profiles/programmePath.ts'
import { summarizeList } from '../../../server/src/workspace/listSummary.ts'
import { headedIdea } from '../../support/folderList.ts'
import { boldParagraphs, readForeign } from '../../support/foreignLists.ts'

const titled = (title: string): string => boldParagraphs.replace('# Harbor lights', `# ${title}`)

for (const [path, text, year] of [
  ['/w/guild/list.md', titled('Guild ideas 2026'), 2026],
  ['/w/guild/ideas-2025.md', titled('Guild ideas 2026'), 2025],
  ['/w/guild/list.md', titled('Guild ideas, 2025 and 2026'), null],
  ['/w/guild/list.md', titled('Guild ideas'), null],
  // the title of an idea
  ['/w/guild/list.md', headedIdea({ title: 'Dim the lamp of 2020' }), null],
] as const) {
  test(`listYear: ${path} with the title ${text.split('\n', 1)[0]}: the same for all that ask`, () => {
    const file = readForeign(text, path)
    assert.ok(file.ideaList)
    assert.equal(listYear(file), year)
    assert.equal(summarizeList(`file://${path}`, file).programme.year, year)
  })
}

test('listYear: lists are sorted by the years of their titles', () => {
  const lists = ['Guild ideas 2024', 'Guild ideas 2026', 'Guild ideas', 'Guild ideas 2025'].map((title, index) =>
    summarizeList(`file:///w/${index}.md`, readForeign(titled(title), `/w/${index}.md`)),
  )
  assert.deepEqual(
    lists.toSorted(compareProgrammes).map(({ programme }) => programme.year),
    [2026, 2025, 2024, null],
  )
})
