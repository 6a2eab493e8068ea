import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { anchorsOf, slug } from '../../server/src/text/slug.ts'
import { texts } from './sources.ts'
import { tokensOf } from './tokens.ts'

const spec = 'docs/spec.md'
const scripts = readdirSync('scripts').map((name) => [`scripts/${name}`, readFileSync(`scripts/${name}`, 'utf8')] as const)

/** Citations of the specification in comments: `path:line docs/spec.md#anchor`. */
const citations = [...texts, ...scripts].flatMap(([path, source]) =>
  tokensOf(source)
    .filter(({ kind }) => kind === 'comment')
    .flatMap(({ text, line }) =>
      Array.from(text.matchAll(/\bdocs\/spec\.md(?:#([\w-]*))?/g), ([citation, anchor]) => ({
        place: `${path}:${line} ${citation}`,
        anchor,
      })),
    ),
)

test('spec: every citation in a comment links to a heading of docs/spec.md', { skip: !existsSync(spec) && `no ${spec}` }, () => {
  const headings = Array.from(readFileSync(spec, 'utf8').matchAll(/^#{1,6} (.+)$/gm), ([, text]) => text!)
  const anchors = new Set(anchorsOf(headings.map((text) => slug(text))))
  assert.deepEqual(
    citations.filter(({ anchor }) => anchor !== undefined && !anchors.has(anchor)).map(({ place }) => place),
    [],
  )
})

test('spec: no comment cites a document that is not in the repository', () => {
  const stale = [...texts, ...scripts].flatMap(([path, source]) =>
    tokensOf(source)
      .filter(({ kind, text }) => kind === 'comment' && /(?<![\w/.-])(?:rules|design)\.md\b/.test(text))
      .map(({ line }) => `${path}:${line}`),
  )
  assert.deepEqual(stale, [])
})
