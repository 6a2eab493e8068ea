import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { folderIdeaIn } from '../../server/src/model/folder/folderIdea.ts'
import { folderSchema } from '../../server/src/model/folder/folderSchema.ts'
import { readFileInFolder, updateFileInFolder } from '../../server/src/model/folder/readInFolder.ts'
import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../server/src/rules/index.ts'
import { folderFiles, germanIdea, headedIdea } from '../support/folderList.ts'
import { runs } from '../support/runs.ts'

const options = { path: '/w/ideas/0.md', knowsProject: () => false }
const factsOf = (texts: Iterable<string>) => [...texts].flatMap((text) => folderIdeaIn(readIdeaFile(text, options))?.facts ?? [])

const folder = fc.constantFrom(headedIdea, germanIdea).map((text) => Object.values(folderFiles('/w/ideas', 4, text)))
const piece = fc.constantFrom(
  ...[
    'x',
    '\n',
    '\n\n',
    '# ',
    '## ',
    '## Skills\n',
    '**Betreuer:** Leo\n',
    '---\n',
    'title: Ring\n',
    '<!--',
    '```\n',
    '## Mentors\n\nLeo (@leo)\n',
  ],
)
const edit = fc.record({ place: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(30), piece })

test('folders: typing in a file gives what a fresh reading gives, model and problems', () => {
  const linter = createLinter(rules)
  fc.assert(
    fc.property(folder, fc.array(edit, { maxLength: 8 }), ([first, ...others], edits) => {
      const siblings = factsOf(others)
      let text = first!
      let file = readFileInFolder(text, options, siblings)
      for (const { place, removed, piece: added } of edits) {
        const start = Math.floor(place * text.length)
        const oldEnd = Math.min(text.length, start + removed)
        text = text.slice(0, start) + added + text.slice(oldEnd)
        file = updateFileInFolder(file, text, { start, oldEnd, newEnd: start + added.length }, options, siblings)
        const fresh = readFileInFolder(text, options, siblings)
        assert.deepEqual([file.ideaList, file.projects, file.template], [fresh.ideaList, fresh.projects, fresh.template])
        assert.deepEqual(
          linter.lint(file).map(({ message, span }) => [message, span]),
          createLinter(rules)
            .lint(fresh)
            .map(({ message, span }) => [message, span]),
        )
      }
    }),
    runs(40),
  )
})

test('folders: what they have in common does not depend on the order of their files', () =>
  fc.assert(
    fc.property(
      fc.shuffledSubarray(
        [...Object.values(folderFiles('/w/ideas', 4)), ...Object.values(folderFiles('/w/ideas', 4, germanIdea))],
        { minLength: 3 },
      ),
      (texts) => {
        const facts = factsOf(texts)
        assert.deepEqual(folderSchema(facts)?.learned, folderSchema(facts.toReversed())?.learned)
      },
    ),
    runs(60),
  ))
