import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import type { ListLookup } from '../../server/src/features/navigation/linkTargetFinder.ts'
import { references } from '../../server/src/features/navigation/references.ts'
import { prepareRename, rename } from '../../server/src/features/navigation/rename.ts'
import { workspaceSymbols } from '../../server/src/features/navigation/workspaceSymbols.ts'
import { readIdeaFile, updateIdeaFile } from '../../server/src/model/ideaFile.ts'
import type { ParsedIdeaFile } from '../../server/src/model/incremental/readState.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { runSteps } from '../../server/src/text/runSteps.ts'
import { changeBetween } from '../../server/src/text/textChange.ts'
import { type ListSummary, summarizeList } from '../../server/src/workspace/listSummary.ts'
import { expected, skip } from './corpus.ts'

interface Open {
  readonly uri: string
  readonly file: ParsedIdeaFile
}

const read = (path: string, text: string): ParsedIdeaFile => readIdeaFile(text, { path, knowsProject })
/** The file with another text, as an editor's document reads it. */
const changed = (file: ParsedIdeaFile, text: string): ParsedIdeaFile =>
  updateIdeaFile(file, text, changeBetween(file.text, text), file.options)

/** The five lists, as a workspace of them has them. */
const open: readonly Open[] = expected.map(({ path, text }) => ({ uri: `file://${encodeURI(path)}`, file: read(path, text) }))

const lists = new WeakMap<Open, ListSummary>()

function known(each: Open): ListSummary {
  const list = lists.get(each) ?? summarizeList(each.uri, each.file)
  lists.set(each, list)
  return list
}

function listsFrom(own: Open, all: readonly Open[] = open): ListLookup {
  return { own: known(own), others: all.filter(({ uri }) => uri !== own.uri).map(known), roots: [] }
}

/** Every place of the texts that these expressions match, as `uri line`. */
const linesWith = (pattern: RegExp): readonly string[] =>
  open.flatMap(({ uri, file: { text } }) =>
    text.split('\n').flatMap((line, number) => (pattern.test(line) ? [`${uri} ${number}`] : [])),
  )

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 1

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** One mentor for each handle, or address where there is no handle, with an offset in the entry. */
const people = open.flatMap((list) =>
  list.file.projects.flatMap(({ ideas }) =>
    ideas.flatMap(({ idea, at }) => idea.mentors.map((mentor) => ({ list, mentor, offset: at + mentor.span.start + 1 }))),
  ),
)

test('navigation: references of every mentor: the lines that a search for the handle finds, and no others', { skip }, () => {
  const handles = new Map(
    people.flatMap((each) => (each.mentor.handle === null ? [] : [[each.mentor.handle.toLowerCase(), each]])),
  )
  assert.ok(handles.size > 50)
  for (const [handle, { list, offset }] of handles) {
    const found = runSteps(references(list.file, listsFrom(list), offset, true)).map(({ uri, span }) => {
      const { text } = open.find((each) => each.uri === uri)!.file
      return `${uri} ${lineOf(text, span.start)}`
    })
    // an entry names its person by `@handle`, by the profile's address, or bare in brackets after the name
    const name = escaped(handle)
    const searched = linesWith(
      new RegExp(`(?:(?<![\\w./])@|github\\.com/|\\()${name}(?![\\w@-]|\\.\\w|/\\w)|^\\s*[-*] [^@]*[(, ]${name}[,)]`, 'i'),
    )
    assert.deepEqual([...new Set(found)].sort(), [...searched].sort(), `@${handle.length} letters`)
  }
})

test('navigation: references of every project: the lines of its headings in all lists, and of the links to them', {
  skip,
}, () => {
  for (const own of open) {
    const lists = listsFrom(own)
    for (const [index, { role, text, textSpan }] of lists.own.headings.entries()) {
      if (role !== 'project') continue
      const found = runSteps(references(own.file, lists, textSpan.start, true)).map(({ uri, span }) => {
        const list = open.find((each) => each.uri === uri)!
        return { line: list.file.text.split('\n')[lineOf(list.file.text, span.start)]!, uri }
      })
      const headings = linesWith(new RegExp(`^#{2,5}\\s+${escaped(text)}\\s*$`, 'i'))
      assert.ok(
        found.filter(({ line }) => line.startsWith('#')).length >= headings.length,
        `${own.uri} heading ${index}: ${found.length} of ${headings.length}`,
      )
      const { anchor } = lists.own.headings[index]!
      const entries = own.file.text.split(`](#${anchor})`).length - 1
      assert.equal(found.filter(({ line, uri }) => uri === own.uri && line.includes(`](#${anchor})`)).length >= entries, true)
    }
  }
})

test('symbols: every project and every idea that a careful reader finds, and every mentor by name', { skip }, () => {
  const lists = open.map(known)
  const all = workspaceSymbols(lists, '')
  const names = (uri: string): ReadonlySet<string> => new Set(all.filter((each) => each.uri === uri).map(({ name }) => name))
  expected.forEach((list, number) => {
    const found = names(open[number]!.uri)
    for (const { name, ideas } of list.projects) {
      assert.ok(name === '' || found.has(name), `line of a project in ${list.file}`)
      for (const { title, line, mentors } of ideas) {
        assert.ok(title === null || [...found].some((each) => each === title), `${list.file}: the idea at line ${line}`)
        for (const mentor of mentors) {
          const { handle, name, email } = mentor
          const wanted = (handle?.replace(/^@+/, '') ?? name ?? email ?? '').toLowerCase()
          const shown = [...found].some((each) => each.toLowerCase().includes(wanted))
          assert.ok(shown, `${list.file}: the mentor at line ${mentor.line}`)
        }
      }
    }
  })
  for (const { name, uri } of all) {
    const piece = name.slice(1, 6)
    assert.ok(workspaceSymbols(lists, piece).some((each) => each.name === name && each.uri === uri))
  }
})

test('navigation: rename there and back restores every list to the byte, for each heading, handle and address', { skip }, () => {
  let done = 0
  for (const own of open) {
    const lists = listsFrom(own)
    const headings = lists.own.headings.flatMap(({ role, textSpan }) => (role === null ? [] : [textSpan.start]))
    const contacts = lists.own.projects.flatMap(({ ideas }) =>
      ideas.flatMap(({ mentors }) =>
        mentors.flatMap(({ handleSpan, emailSpan }) => [handleSpan, emailSpan].flatMap((span) => (span ? [span.end - 1] : []))),
      ),
    )
    for (const offset of [...headings, ...contacts]) {
      const renaming = prepareRename(own.file, lists, offset)
      // an impossible name cannot be found again
      if (renaming === null || (renaming.kind === 'handle' && !/^[\w-]+$/.test(renaming.name))) continue
      const name = { heading: 'Zzz yyy xxx', handle: 'zzz-yyy', address: 'zzz@yyy.example', name: 'Zzz Yyy' }[renaming.kind]
      const there = renamed(own, open, offset, name)
      const after = there.find(({ uri }) => uri === own.uri)!
      const back = renamed(after, there, after.file.text.indexOf(name, Math.max(0, offset - 400)), renaming.name)
      for (const [number, { file }] of back.entries()) {
        // two spellings of one handle come back as one, an anchor in other letter case as GitHub writes it
        const compared = (text: string): string =>
          renaming.kind === 'heading'
            ? text.replace(/(?<=\]\([^)\s]*)#[^)\s]+/g, (anchor) => anchor.toLowerCase())
            : text.toLowerCase()
        const [was, is] = [compared(open[number]!.file.text), compared(file.text)]
        assert.ok(was === is, `${own.uri} at ${lineOf(own.file.text, offset)}, ${renaming.kind}`)
      }
      done++
    }
  }
  assert.ok(done > 200, `${done}`)
})

function renamed(own: Open, all: readonly Open[], offset: number, name: string): readonly Open[] {
  const answer = runSteps(
    rename(own.file, { ...listsFrom(own, all), pages: [] }, offset, name, (text) => changed(own.file, text)),
  )
  assert.ok(answer?.refusal === null, answer?.refusal ?? 'nothing to rename')
  return all.map((each) => {
    const edits = answer.changes.find(({ list }) => list.uri === each.uri)?.edits
    return edits ? { uri: each.uri, file: changed(each.file, applyEdits(each.file.text, edits)) } : each
  })
}
