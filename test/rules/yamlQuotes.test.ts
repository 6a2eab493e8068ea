import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFrontMatter } from '../../server/src/model/schema/frontMatterFields.ts'
import { quoteValues, valuesToQuote, withQuotedValues } from '../../server/src/model/schema/yamlQuotes.ts'

const marked = (source: string): string =>
  valuesToQuote(source).reduceRight(
    (text, { start, end }) => `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`,
    source,
  )

test('yaml-quotes: values that begin with a reserved character or have a colon in them, of keys, items and lists in brackets', () => {
  const source = [
    'title: Tides: a study # of water',
    'github: @ada',
    'url: https://example.org/a:b',
    'time: 10:30',
    'skills: [Go, @scope/name, "C: all"]',
    'people:',
    '  - @bo',
    '  - name: Cy: the third',
    '  - Go: a lot',
    'note: "a: b"',
    'text: >',
    'more:',
  ].join('\n')
  assert.equal(
    marked(source),
    source
      .replace('Tides: a study', '«Tides: a study»')
      .replace('@ada', '«@ada»')
      .replace('@scope/name', '«@scope/name»')
      .replace('@bo', '«@bo»')
      .replace('Cy: the third', '«Cy: the third»'),
  )
  assert.equal(withQuotedValues('github: @ada', valuesToQuote('github: @ada')), 'github: "@ada"')
  assert.deepEqual(quoteValues('a: @"b', valuesToQuote('a: @"b'))[0]?.newText, '"@\\"b"')
})

test('yaml-quotes: the rest of the front matter is read; what YAML can read, or quotation marks do not help, is left alone', () => {
  const read = readFrontMatter('---\r\ntitle: Ring the bell\r\ngithub: @ada\r\n---\r\n')
  assert.deepEqual(
    read?.fields.map(({ key, value }) => [key, value]),
    [
      ['title', 'Ring the bell'],
      ['github', '@ada'],
    ],
  )
  assert.deepEqual(read?.unquoted, [{ start: 35, end: 39 }])
  assert.deepEqual(readFrontMatter('---\ntitle: Ring\ntime: 10:30\n---\n')?.unquoted, [])
  assert.equal(readFrontMatter('---\ntitle: [Ring\ngithub: @ada\n---\n'), null)
})
