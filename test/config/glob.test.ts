import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readGlob } from '../../server/src/config/glob.ts'
import { cpuTime } from '../support/cpuTime.ts'

const fits = (glob: string, path: string): boolean | undefined => readGlob(glob)?.(path)

const fitting = [
  ['2026.md', '2026.md'],
  ['2026.md', 'a/b/2026.md'],
  ['/2026.md', '2026.md'],
  ['./a/*.md', 'a/2026.md'],
  ['programs/**/2026.md', 'programs/2026.md'],
  ['programs/**/2026.md', 'programs/a/b/2026.md'],
  ['programs/', 'programs/a/b.md'],
  ['programs/**', 'programs/a/b.md'],
  ['**', 'a/b.md'],
  ['a/20[0-9]?.md', 'a/2026.md'],
  ['a/20[!01]6.md', 'a/2026.md'],
  ['a/{2024..2026}.md', 'a/2025.md'],
  ['{a,b{c,d}}/x.md', 'bd/x.md'],
  ['a/*-*-*.md', 'a/01-Mar-May.md'],
  ['a/?.md', 'a/🚀.md'],
  ['{01..03}-*/ideas.md', '02-Jun-Aug/ideas.md'],
  ['{08..10}.md', '09.md'],
  ['{8..010}.md', '010.md'],
] as const

const failing = [
  ['{01..03}-*/ideas.md', '2-Jun-Aug/ideas.md'],
  ['{0..3}.md', '02.md'],
  ['a/*.md', 'a/b/c.md'],
  ['*.md', 'a.txt'],
  ['programs/*/2026.md', 'programs/2026.md'],
  ['a/20[!02]6.md', 'a/2026.md'],
  ['a/{2024..2026}.md', 'a/2027.md'],
  ['a.md', 'axmd'],
  ['A.md', 'a.md'],
  ['a/b', 'x/a/b'],
] as const

for (const [glob, path] of fitting) test(`glob: ${glob} fits ${path}`, () => assert.equal(fits(glob, path), true))
for (const [glob, path] of failing) test(`glob: ${glob} does not fit ${path}`, () => assert.equal(fits(glob, path), false))

test('glob: an empty or too long pattern, or one with too many alternatives, is no glob', () => {
  for (const glob of ['', ' ', '/', 'a'.repeat(201), '{a,b}'.repeat(8), '{0..9999}', '{1,2}{0..9999}'])
    assert.equal(readGlob(glob), null)
})

test('glob: what no path can fit is no glob', () => {
  const wrong = ['[a', 'a/[x.md', '{a', 'a}', '}a{', '{a,{b}', 'a\\b.md', '../a.md', 'a/../b.md', 'C:/a.md', '{2026..2024}']
  for (const glob of wrong) assert.equal(readGlob(glob), null, glob)
})

test('glob: no glob takes long', () => {
  const globs = ['*a'.repeat(99), `${'**/'.repeat(60)}x`, `${'*a*'.repeat(60)}/b`]
  const paths = ['a'.repeat(5000), 'a/'.repeat(2500)]
  const took = cpuTime(() => {
    for (const glob of globs) for (const path of paths) fits(glob, path)
  })
  assert.ok(took < 5000, `${took} ms`)
})

for (const glob of [
  '@(a|b)/*.md',
  'a/+(b|c).md',
  '!(a).md',
  '!a/*.md',
  'a//b.md',
  '[[:alpha:]].md',
  '{a..c}.md',
  '{1..5..2}.md',
  '{03..01}.md',
])
  test(`readGlob: ${glob} is not supported`, () => assert.equal(readGlob(glob), null))
