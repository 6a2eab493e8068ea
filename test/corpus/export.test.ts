import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { type ExportedIdea, exportReportSchema } from '../../server/src/report/schema.ts'
import { type ExpectedIdea, expected, skip } from './corpus.ts'

/** A bad merge left this project's ideas under another one: a reader may give them to either. */
const mergedUnderAnother = new Set(['Karmada'])

if (skip) test('export: real lists are exported as a careful reader has them', { skip }, () => {})

for (const list of expected) {
  test(`export: ${list.file} is exported as a careful reader has it`, () => {
    const output = execFileSync(process.execPath, ['dist/cli.js', 'export', '--format', 'json', list.path], { encoding: 'utf8' })
    const [file] = exportReportSchema.parse(JSON.parse(output)).files
    assert.ok(file)
    assert.equal(file.profile, list.profile)
    assert.equal(file.ideaLevel, list.ideaLevel)
    assert.deepEqual(
      file.projects.map(({ name, line }) => ({ name, line })),
      list.projects.map(({ name, line }) => ({ name, line })),
    )

    const ours = file.projects.flatMap((project) => project.ideas.map((idea) => ({ project: project.name, idea })))
    const theirs = list.projects.flatMap((project) => project.ideas.map((idea) => ({ project: project.name, idea })))
    assert.deepEqual(ours.map(({ idea }) => idea.line).sort(byNumber), theirs.map(({ idea }) => idea.line).sort(byNumber))
    for (const { project, idea } of theirs) {
      const own = ours.find((candidate) => candidate.idea.line === idea.line)!
      if (!mergedUnderAnother.has(project)) assert.equal(own.project, project)
      assert.deepEqual(asExpected(own.idea), { ...idea, skills: [] })
    }

    const skills = theirs.flatMap(({ idea }) => idea.skills.map((skill) => ({ line: idea.line, skill })))
    const found = skills.filter(({ line, skill }) => ours.some(({ idea }) => idea.line === line && idea.skills.includes(skill)))
    const named = ours.reduce((count, { idea }) => count + idea.skills.length, 0)
    assert.ok(
      found.length >= skills.length * 0.95 && named <= skills.length * 1.05,
      `${found.length} of ${skills.length} skills, ${named} named`,
    )
  })
}

const byNumber = (a: number, b: number): number => a - b

/** The exported idea as expectations state it; skills are held to a share of their own. */
const asExpected = ({ text: _, anchor: __, ...idea }: ExportedIdea): ExpectedIdea => ({
  ...idea,
  fields: idea.fields.map(({ key, line }) => ({ key, line })),
  skills: [],
})
