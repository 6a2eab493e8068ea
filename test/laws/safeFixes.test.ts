import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { readIdeaFile, updateIdeaFile } from '../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { fixAll } from '../../server/src/rules/engine/fixAll.ts'
import {
  applySafeFixes,
  disjointCandidates,
  type FixCandidate,
  safeFixesAmong,
  type UpdateFile,
} from '../../server/src/rules/engine/safeFixes.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { runSteps } from '../../server/src/text/runSteps.ts'
import { lint } from '../support/checkRule.ts'
import { runs } from '../support/runs.ts'
import { aPath, messyList, proseOf } from './messyList.ts'

/** Which idea is in which project, with what else must not get lost: looked up in the model, and in the text as any reader would. */
function contents(text: string, path: string) {
  const file = readIdeaFile(text, { path, knowsProject })
  return {
    ideas: file.projects.flatMap(({ name, ideas }) =>
      ideas.map(({ idea }) => `${name.toLowerCase()}: ${idea.heading?.text ?? ''}`),
    ),
    contacts: file.projects.flatMap(({ ideas }) =>
      ideas.map(({ idea }) => [...new Set(idea.mentors.flatMap(({ id }) => [id.handle, id.email]))].filter(Boolean)),
    ),
    prose: proseOf(text),
    addresses: new Set(text.match(/[\w.+-]+@[\w-]+\.[\w.]*\w/g)),
    urls: new Set(text.match(/https?:\/\/(?!github\.com\/\w+[)\s,])[^\s),>\]]+/g)),
  }
}

type Contents = ReturnType<typeof contents>

function assertKept(before: Contents, after: Contents, shown: string): void {
  assert.deepEqual(after.ideas, before.ideas, shown)
  assert.deepEqual([...new Set(after.prose)], [...new Set(before.prose)], shown)
  for (const [index, contacts] of before.contacts.entries())
    assert.deepEqual(
      contacts.filter((contact) => !after.contacts[index]!.includes(contact)),
      [],
      shown,
    )
  for (const kind of ['addresses', 'urls'] as const)
    assert.deepEqual(
      [...before[kind]].filter((each) => !after[kind].has(each)),
      [],
      shown,
    )
}

const update: UpdateFile<IdeaFile> = (file, text, change) =>
  updateIdeaFile(readIdeaFile(file.text, file.options), text, change, file.options)

test('safeFixes: each safe fix, and all of them together, keep ideas, projects, people, addresses and words', () => {
  fc.assert(
    fc.property(messyList, aPath, (text, path) => {
      const file = readIdeaFile(text, { path, knowsProject })
      const before = contents(text, path)
      const candidates = lint(text, { path }).flatMap((finding): readonly FixCandidate[] =>
        [...(finding.fixes?.() ?? []), ...(finding.individualFixes?.() ?? [])]
          .filter(({ kind }) => kind === 'safe')
          .map((fix) => ({ finding, fix })),
      )
      for (const candidate of candidates) {
        const { finding, fix } = candidate
        if (!runSteps(safeFixesAmong(file, [candidate], update)).has(fix)) continue
        const after = applyEdits(text, fix.edits)
        assertKept(before, contents(after, path), `${finding.code}: ${fix.title}\n${text}\n-------- became\n${after}`)
      }
      const all = applyEdits(text, fixAll(file, { update, lint: (each) => lint(each.text, { path }) }).edits)
      assertKept(before, contents(all, path), `all\n${text}\n-------- became\n${all}`)
    }),
    runs(40),
  )
})

test('safeFixes: fixes that are safe together are found with few readings, those that are not are left out', () => {
  const list = `## Harbor\n\n### Sign copies\n\n${'- Description: One.\n'.repeat(1)}- Mentor(s): Ada (@ada)\n\n${'One two three four five six seven eight.\n'.repeat(8)}`
  const file = readIdeaFile(list, { path: 'ideas.md', knowsProject })
  let readings = 0
  const counted: UpdateFile<IdeaFile> = (before, text, change) => {
    readings++
    return update(before, text, change)
  }
  const candidates = Array.from({ length: 64 }, (_, index): FixCandidate => {
    const start = list.indexOf('One two') + [...list.slice(list.indexOf('One two')).matchAll(/ /g)][Math.min(index, 55)]!.index
    const newText = index === 20 ? '' : '  '
    return {
      finding: { code: 'spaces', severity: 'warning', fix: 'safe', message: '', span: { start, end: start } },
      fix: { title: `${index}`, kind: 'safe', edits: [{ span: { start, end: start + 1 }, newText }] },
    }
  }).slice(0, 56)
  const safe = runSteps(safeFixesAmong(file, candidates, counted))
  assert.deepEqual(
    candidates.filter(({ fix }) => !safe.has(fix)).map(({ fix }) => fix.title),
    ['20'],
  )
  assert.ok(readings <= 2 * Math.ceil(Math.log2(candidates.length)) + 1, `${readings} readings`)
})

test('safeFixes: however many fixes are not safe, all others are applied, in a number of readings that grows with those', () => {
  const words = Array.from({ length: 600 }, (_, index) => `word${index}`)
  const list = `## Harbor\n\n### Sign copies\n\n- Description: One.\n- Mentor(s): Ada (@ada)\n\n${words.join(' ')}\n`
  const file = readIdeaFile(list, { path: 'ideas.md', knowsProject })
  const isUnsafe = (index: number): boolean => index % 5 === 2
  const candidates = words.slice(1).map((word, index): FixCandidate => {
    const end = list.indexOf(` ${word}`) + 1
    const span = { start: end - 1, end }
    const newText = isUnsafe(index) ? '' : '  '
    return {
      finding: { code: 'spaces', severity: 'warning', fix: 'safe', message: '', span: { start: end - 1, end: end - 1 } },
      fix: { title: `${index}`, kind: 'safe', edits: [{ span, newText }] },
    }
  })
  let readings = 0
  const counted: UpdateFile<IdeaFile> = (before, text, change) => {
    readings++
    return update(before, text, change)
  }
  const { chosen } = disjointCandidates(file, candidates)
  const { fixes, file: after } = runSteps(applySafeFixes(file, chosen, counted))
  const safe = candidates.filter((_, index) => !isUnsafe(index))
  assert.deepEqual(
    fixes.map(({ fix }) => fix.title),
    safe.map(({ fix }) => fix.title),
  )
  assert.equal(
    after.text,
    applyEdits(
      list,
      safe.flatMap(({ fix }) => fix.edits),
    ),
  )
  assert.ok(readings <= 8 * (candidates.length - safe.length), `${readings} readings`)
})

test('safeFixes: after many failures, fixes are tried in all ideas at once, and none that is safe is left out', () => {
  const ideas = Array.from(
    { length: 40 },
    (_, index) =>
      `### Idea ${index}\n\n- Description: one${index} two${index} three${index} four${index}.\n- Mentor(s): Ada (@ada)\n`,
  )
  const list = `## Harbor\n\n${ideas.join('\n')}`
  const file = readIdeaFile(list, { path: 'ideas.md', knowsProject })
  const candidates = ideas.flatMap((_, index) =>
    ['two', 'three', 'four'].map((word, place): FixCandidate => {
      const end = list.indexOf(` ${word}${index}`) + 1
      const newText = (index + place) % 3 === 0 || index % 7 === 0 ? '' : '  '
      return {
        finding: { code: 'spaces', severity: 'warning', fix: 'safe', message: '', span: { start: end - 1, end: end - 1 } },
        fix: { title: newText, kind: 'safe', edits: [{ span: { start: end - 1, end }, newText }] },
      }
    }),
  )
  let readings = 0
  const counted: UpdateFile<IdeaFile> = (before, text, change) => {
    readings++
    return update(before, text, change)
  }
  const { chosen } = disjointCandidates(file, candidates)
  const { fixes } = runSteps(applySafeFixes(file, chosen, counted, 3))
  assert.deepEqual(
    fixes.map(({ fix }) => fix).toSorted((a, b) => a.edits[0]!.span.start - b.edits[0]!.span.start),
    candidates.map(({ fix }) => fix).filter(({ title }) => title !== ''),
  )
  assert.ok(readings <= 40, `${readings} readings`)
})
