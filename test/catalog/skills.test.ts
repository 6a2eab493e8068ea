import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod/mini'
import { catalogSkills, skillKey, skillNamed } from '../../server/src/catalog/skills.ts'

const name = z.string().check(z.regex(/^\S(?:.*\S)?$/), z.maxLength(40))
const schema = z.array(z.strictObject({ name, aliases: z.array(name) }))

test('skills: the built-in list of skills is well formed', () => {
  assert.deepEqual(schema.parse(catalogSkills), catalogSkills)
  assert.ok(catalogSkills.length >= 150)
})

test('skills: no spelling means two skills, and no alias repeats a name', () => {
  const spellings = catalogSkills.flatMap((skill) => [skill.name, ...skill.aliases].map((spelling) => ({ spelling, skill })))
  const owners = new Map<string, string>()
  for (const { spelling, skill } of spellings) {
    const key = skillKey(spelling)
    assert.notEqual(key, '', spelling)
    assert.equal(owners.get(key), undefined, `${spelling} of ${skill.name}`)
    owners.set(key, skill.name)
  }
})

test('skills: every name and every alias is looked up', () => {
  for (const skill of catalogSkills) {
    for (const spelling of [skill.name, ...skill.aliases]) assert.equal(skillNamed(spelling), skill, spelling)
  }
})

const named = [
  ['golang', 'Go'],
  ['GOLANG', 'Go'],
  ['Go (Golang)', 'Go'],
  [' k8s ', 'Kubernetes'],
  ['js', 'JavaScript'],
  ['node JS', 'Node.js'],
  ['nodejs', 'Node.js'],
  ['React.js', 'React'],
  ['c++', 'C++'],
  ['C', 'C'],
  ['c#', 'C#'],
  ['dotnet', '.NET'],
  ['CI / CD', 'CI/CD'],
  ['e-BPF', 'eBPF'],
  ['postgres', 'PostgreSQL'],
  ['Gopher', null],
  ['Go and Rust', null],
  ['', null],
  ['...', null],
  ['()', null],
  ['Go '.repeat(100_000), null],
] as const

for (const [written, expected] of named) {
  test(`skills: ${JSON.stringify(written.slice(0, 20))} ${expected === null ? 'names no skill' : `is ${expected}`}`, () =>
    assert.equal(skillNamed(written)?.name ?? null, expected))
}
