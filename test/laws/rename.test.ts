import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { headingOfLinkTarget, type ListLookup, resolvesToTarget } from '../../server/src/features/navigation/linkTargetFinder.ts'
import { prepareRename, rename } from '../../server/src/features/navigation/rename.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { runSteps } from '../../server/src/text/runSteps.ts'
import { type ListSummary, summarizeList } from '../../server/src/workspace/listSummary.ts'
import { anyFraction } from '../support/anyFraction.ts'
import { runs } from '../support/runs.ts'
import { folder, read } from '../support/workspaceLists.ts'
import { nearlyIdeaList } from './texts.ts'

type Texts = ReadonlyMap<string, string>

const paths = ['summerofcode/2026.md', 'summerofcode/2025.md', 'notes/ä b.md']

const listOf = (texts: Texts, path: string): ListSummary => summarizeList(folder + encodeURI(path), read(path, texts.get(path)!))

const listsFrom = (texts: Texts, path: string): ListLookup => ({
  own: listOf(texts, path),
  others: paths.filter((other) => other !== path).map((other) => listOf(texts, other)),
  roots: [],
})

/** The texts after a rename of the symbol at a position; null if it is refused or there is none. */
function renamed(texts: Texts, path: string, offset: number, name: string): Texts | null {
  const lists = listsFrom(texts, path)
  const answer = runSteps(rename(read(path, texts.get(path)!), { ...lists, pages: [] }, offset, name, (text) => read(path, text)))
  if (answer === null || answer.refusal !== null) return null
  const edits = new Map(answer.changes.map((change) => [change.list.uri, change.edits]))
  return new Map(
    Array.from(texts, ([each, text]) => [each, applyEdits(text, edits.get(folder + encodeURI(each)) ?? [])] as const),
  )
}

/** Each link that leads to a heading of any list, as `list number → list number` of link and heading. */
const links = (texts: Texts): readonly string[] => {
  const lists = paths.map((path) => listOf(texts, path))
  return lists.flatMap((from, fromNumber) =>
    from.links.flatMap((link, linkNumber) =>
      lists.flatMap((to, toNumber) => {
        const heading = link.anchor !== null && resolvesToTarget(link, from, to, []) ? headingOfLinkTarget(to, link.anchor) : null
        return heading ? [`${fromNumber} ${linkNumber} → ${toNumber} ${to.headings.indexOf(heading)}`] : []
      }),
    ),
  )
}

/** The places of a list that can be renamed; a rename leaves their number and order as they are. */
const offsetsIn = ({ headings, projects }: ListSummary): readonly number[] => [
  ...headings.filter(({ role }) => role !== null).map(({ textSpan }) => textSpan.start),
  ...projects.flatMap(({ ideas }) =>
    ideas.flatMap(({ mentors }) => mentors.flatMap((each) => [each.handleSpan!.start + 1, each.emailSpan!.start])),
  ),
]

const words = ['Sign', 'Seal', 'Ebb', 'flow', 'C++', '`code`', '😀', 'Über', '&']
const title = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(' '))
  // the texts of headings decide what the anchors are, and those of two headings may be one
  .filter((text) => /[A-Za-z]/.test(text))
const person = fc.constantFrom('ada', 'bo-reed', 'cy')
const target = fc.constantFrom(
  '',
  './2025.md',
  '2026.md',
  '../notes/%C3%A4%20b.md',
  '../summerofcode/2026.md',
  '../summerofcode/2025.md',
)

/** A list with a table as the sync writes it; `links` are drawn from all anchors that a list of these titles can have. */
const list = fc
  .record({
    titles: fc.array(title, { minLength: 1, maxLength: 4 }),
    people: fc.array(person, { minLength: 4, maxLength: 4 }),
    paths: fc.array(target, { maxLength: 6 }),
    eol: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\ufeff'),
    level: fc.constantFrom('###', '##'),
  })
  .map(({ titles, people, paths: to, eol, mark, level }) => {
    const ideas = titles.map(
      (each, index) =>
        `${level}# ${each}\n\n- Description: Ask @${people[index]}.\n- Mentor(s):\n  - Some Body (@${people[index]}, ${people[index]}@example.org)\n`,
    )
    const body = `${level} Harbor\n\n${ideas.join('\n')}`
    const { headings } = read('x.md', body)
    const table = headings.map(({ anchor }, index) => `${index === 0 ? '' : '  '}- [${['Harbor', ...titles][index]}](#${anchor})`)
    const more = to.map((path, index) => `[a](${path}#${headings[index % headings.length]!.anchor})`)
    return `${mark}${`## Contents\n\n${table.join('\n')}\n\n${body}\nSee ${more.join(', ')}\n`.replaceAll('\n', eol)}`
  })
const three = fc.tuple(list, list, list).map((texts): Texts => new Map(paths.map((path, index) => [path, texts[index]!])))

test('rename: there and back restores every list to the byte, and every link leads to its heading on the way', () => {
  let [changed, many] = [0, 0]
  fc.assert(
    fc.property(three, fc.nat(2), anyFraction, title, (texts, number, where, name) => {
      const path = paths[number]!
      const text = texts.get(path)!
      const own = listOf(texts, path)
      const spot = Math.floor(where * offsetsIn(own).length * 0.999)
      const offset = offsetsIn(own)[spot]!
      const renaming = prepareRename(read(path, text), listsFrom(texts, path), offset)!
      const to = { heading: name, handle: 'zed', address: 'zed@example.com', name: 'Zed Body' }[renaming.kind]
      const there = renamed(texts, path, offset, to)
      assert.ok(there !== null, `${renaming.name} could not be ${to}`)
      // a link that led nowhere, and now leads to the new name, would go back with it
      fc.pre(links(there).length === links(texts).length)
      assert.deepEqual(links(there), links(texts))
      const back = offsetsIn(listOf(there, path))[spot]!
      assert.equal(there.get(path)!.slice(back, back + to.length), to)
      assert.deepEqual(renamed(there, path, back, renaming.name), texts)
      if (there.get(path) !== text) changed++
      if ([...there].filter(([each, now]) => texts.get(each) !== now).length > 1) many++
    }),
    runs(50),
  )
  assert.ok(changed > 25 && many > 5, `${changed} changed something, ${many} in several lists`)
})

test('rename: in any text a rename changes the name and touches nothing else than links, or is refused', () => {
  fc.assert(
    fc.property(nearlyIdeaList, nearlyIdeaList, fc.string(), (text, other, name) => {
      const texts: Texts = new Map([
        [paths[0]!, text],
        [paths[1]!, other],
        [paths[2]!, ''],
      ])
      const file = read(paths[0]!, text)
      const lists = listsFrom(texts, paths[0]!)
      for (let offset = 0; offset <= text.length; offset += 7) {
        const renaming = prepareRename(file, lists, offset)
        const answer = runSteps(rename(file, { ...lists, pages: [] }, offset, name, (now) => read(paths[0]!, now)))
        assert.equal(answer === null, renaming === null)
        const there = renaming?.kind === 'heading' ? renamed(texts, paths[0]!, offset, name) : null
        if (there === null) continue
        const [before, after] = [file, read(paths[0]!, there.get(paths[0]!)!)]
        assert.deepEqual(
          after.tocHeadings.map(({ role }) => role !== null),
          before.tocHeadings.map(({ role }) => role !== null),
        )
      }
    }),
    runs(20),
  )
})
