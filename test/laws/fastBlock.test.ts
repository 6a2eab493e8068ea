import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { fastBlockNode } from '../../server/src/syntax/fastBlock.ts'
import { cutSections } from '../../server/src/syntax/sections.ts'
import { runs } from '../support/runs.ts'
import { anyMarkdown, nearlyIdeaList } from './texts.ts'

// as in syntax/parse.ts: link definitions are read as text
const remark = unified()
  .data('micromarkExtensions', [{ disable: { null: ['definition'] } }])
  .use(remarkParse)
  .freeze()

const remarkNodes = (text: string): readonly RootContent[] =>
  remark.parse(text).children.flatMap((node): RootContent[] => (node.type === 'list' ? node.children : [node]))

/** A copy of a node without the parser's own leavings. */
const bare = (node: unknown): unknown => JSON.parse(JSON.stringify(node))

function holds(text: string): boolean {
  const node = fastBlockNode(text)
  if (node) assert.deepEqual([bare(node)], bare(remarkNodes(text)), JSON.stringify(text))
  return node !== null
}

const words = [
  'Go',
  'a',
  'snake_case',
  '10',
  '1.',
  'x)',
  '(@ann,',
  'ann@example.org)',
  'é',
  '😀',
  ':',
  'https://a.example/b_c',
  '–',
  '!',
  '"',
]
const marked = [
  '**Label**:',
  '*word*',
  '(*one two*,',
  'a & b',
  '**Label:**',
  '`code`',
  '[Go](#go)',
  '[a b](https://a.example/x_y)',
  '*',
  '**',
  '_',
  '`',
  '[',
  ']',
  '![',
  '](',
  '[a][b]',
  '[ ]',
  '[a',
  '](b)',
  '<https://a.example/x_y>',
  '<ann@a.example>',
  '<!-- a note -->',
  '<!-- a',
  '<b>',
  '<',
  '>',
  '-->',
  '#',
  '|',
]
const inline = fc
  .array(
    fc.tuple(
      fc.oneof({ arbitrary: fc.constantFrom(...words), weight: 6 }, { arbitrary: fc.constantFrom(...marked), weight: 1 }),
      fc.constantFrom('', ' ', ' ', ' ', '  ', '\n', '\n  ', ' \n'),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.flat().join(''))
const indent = fc.constantFrom('', '', ' ', '  ', '  ', '   ', '    ', '    ', '      ')
const bullet = fc.constantFrom('- ', '- ', '- ', '', '* ', '+ ', '-   ', '-     ', '-', '1. ', '')
const lines = fc
  .array(fc.tuple(indent, bullet, inline), { minLength: 1, maxLength: 6 })
  .map((all) => all.map((parts) => parts.join('')).join('\n'))
const heading = fc.tuple(fc.constantFrom('# ', '## ', '####  ', '####### ', '#'), inline).map((parts) => parts.join(''))
const underlined = fc
  .tuple(inline, fc.constantFrom('-', '---', '===', '=', ' ---', '--- ', '-=', '    ---'))
  .map((parts) => parts.join('\n'))
const stars = fc
  .array(
    fc.constantFrom('*', '_', '**', '__', '***', 'a', 'b1', ' ', ' ', '\n', '.', '(', ')', '–', 'é', '😀', '`c`', '[a](b)'),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.join(''))
const quote = fc
  .array(
    fc.tuple(fc.constantFrom('> ', '> ', '> ', '> ', '>', '>  ', '', '> > '), fc.constantFrom('', '', '# ', '## ', '- '), inline),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((all) => all.map((parts) => parts.join('')).join('\n'))
const comment = fc
  .tuple(fc.constantFrom('<!-- ', '<!--', '<!-->', '<!--->', '  <!-- '), inline, fc.constantFrom('-->', ' -->', ' --> a', '--->'))
  .map((parts) => parts.join(''))
const tail = fc.constantFrom('', '\n', '\n\n', '\n\n\n', '\n  \n', '\r\n')

test('fastBlock: a plain block is read as remark reads it', () => {
  let plain = 0
  fc.assert(
    fc.property(fc.oneof(lines, heading, inline, underlined, stars, quote, comment), tail, (text, end) => {
      if (holds(text + end)) plain++
    }),
    runs(8000),
  )
  assert.ok(plain > 800, `only ${plain} of the texts were plain`)
})

const paragraphs = fc
  .array(fc.tuple(fc.constantFrom('\n', '\n\n', '\n\n', '\n\n\n', ' \n\n', '\n \n'), indent, inline), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.map((parts) => parts.join('')).join(''))

test('fastBlock: an item of several paragraphs is read as remark reads it', () => {
  let plain = 0
  fc.assert(
    fc.property(indent, fc.constantFrom('- ', '* ', '-   '), inline, paragraphs, tail, (...parts) => {
      for (const { blocks } of cutSections(parts.join('')))
        for (const block of blocks) if (holds(block.text) && block.text.trim().includes('\n\n')) plain++
    }),
    runs(8000),
  )
  assert.ok(plain > 150, `only ${plain} of the items were plain`)
})

test('fastBlock: blocks of broken Markdown are read as remark reads them, or left to it', () => {
  fc.assert(
    fc.property(fc.oneof(anyMarkdown, nearlyIdeaList), (text) => {
      for (const { blocks } of cutSections(text)) for (const block of blocks) holds(block.text)
    }),
    runs(2500),
  )
})

for (const text of ['* **\n', '- a\n  * **\n', '*  ***', '> a\n> * **\n'])
  test(`fastBlock: ${JSON.stringify(text)} has a thematic break`, () => void holds(text))

for (const text of [
  '> ### Sign *copies*\n> Text with [a](#b)\n> and more.\n',
  '<!-- idea-files-disable-next-line toc-order -->\n\n',
  '- Mentor(s): Ada Fern <ada@example.org>, <https://github.com/ada> <!-- she is back -->\n',
  '[oci]: https://example.org\n',
  'See [OCI][oci] and [it].\n',
])
  test(`fastBlock: ${JSON.stringify(text)} needs no remark`, () => assert.ok(holds(text)))
