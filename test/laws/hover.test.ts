import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as plainText } from 'mdast-util-to-string'
import { documentLinks } from '../../server/src/features/documentLinks.ts'
import type { TextRun } from '../../server/src/features/hover/card.ts'
import { type HoverContext, hover } from '../../server/src/features/hover/hover.ts'
import { renderCard } from '../../server/src/features/hover/renderCard.ts'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../server/src/rules/index.ts'
import { sanitizeControlCharacters } from '../../server/src/text/sanitize.ts'
import { summarizeList } from '../../server/src/workspace/listSummary.ts'
import { anyFraction } from '../support/anyFraction.ts'
import { open } from '../support/cursor.ts'
import { runs } from '../support/runs.ts'
import { anyMarkdown, nearlyIdeaList } from './texts.ts'

/** What would be more than text if it were not escaped. */
const hostile = fc.constantFrom(
  '[x](javascript:alert(1))',
  '[x](command:workbench.action.quit)',
  '![x](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '<a href="command:x">y</a>',
  '<script>',
  '<!-- x',
  '<https://evil.example>',
  '<javascript:alert(1)>',
  'https://evil.example/x',
  'ftp://evil.example',
  'www.evil.example',
  'a@evil.example',
  '](',
  ')',
  '[x]: javascript:alert(1)',
  '[x][x]',
  '&lt;b&gt;',
  '&#106;avascript:',
  '`',
  '``',
  '```',
  '~~~',
  '**',
  '__',
  '~~x~~',
  '# x',
  '- x',
  '1. x',
  '---',
  '===',
  '| a |',
  '$(gear)',
  '\\',
  '\u202e',
  '\u0000',
  '\n',
  '\r\n\r\n',
  '    ',
  '\t',
  '😀',
  '\ud83d',
)
const hostileText = fc
  .array(fc.oneof({ weight: 4, arbitrary: hostile }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(''))

const nodesIn = (node: Nodes): readonly Nodes[] => [node, ...('children' in node ? node.children.flatMap(nodesIn) : [])]

/** Fails where Markdown holds HTML, a picture, a definition, or a link to anything but the web, mail and a known list; or what GitHub's Markdown links by itself. */
function assertHarmless(markdown: string): void {
  for (const node of nodesIn(fromMarkdown(markdown))) {
    assert.ok(
      !['html', 'image', 'imageReference', 'definition', 'linkReference'].includes(node.type),
      `${node.type} in ${markdown}`,
    )
    if (node.type === 'link')
      assert.match(node.url, /^(?:https?:\/\/|mailto:[^:\s]+@|file:\/\/\/summerofcode\/2025\.md#L\d+$)/, markdown)
  }
  const bare = markdown.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '').replace(/\]\([^()\s]*\)/g, ']')
  assert.doesNotMatch(bare, /(?:https?|ftp):\/\/|\bwww\.|[\w.+-]@\w/i)
}

/** A text as a card shows it. */
const onOneLine = (text: string): string => sanitizeControlCharacters(text.replace(/[^\S ]/g, ' '))
const trim = (text: string): string => text.replace(/^ +| +$/g, '')

test('hover: any text is shown as it is, and nothing but text', () => {
  const pieces: readonly ((text: string) => TextRun)[] = [
    (text) => text,
    (text) => ({ strong: text }),
    (text) => ({ text, url: null }),
  ]
  fc.assert(
    fc.property(fc.oneof(hostileText, anyMarkdown, fc.string({ unit: 'binary' })), fc.constantFrom(...pieces), (text, piece) => {
      const markdown = renderCard([{ kind: 'line', line: [piece(text)] }], 'markdown')
      assertHarmless(markdown)
      assert.equal(plainText(fromMarkdown(markdown)), trim(onOneLine(text)))
    }),
    runs(1500),
  )
})

test('hover: any text may be a link’s, and any address its target', () => {
  const address = fc
    .tuple(fc.constantFrom('https://a.example/', 'mailto:'), hostileText)
    .map(([start, rest]) => start + rest.replace(/\s/g, ''))
  fc.assert(
    fc.property(hostileText, address, (text, url) => {
      const [paragraph, ...others] = fromMarkdown(
        renderCard([{ kind: 'line', line: ['at ', { text, url }, ' end'] }], 'markdown'),
      ).children
      assert.ok(paragraph?.type === 'paragraph' && others.length === 0)
      const [at, link, end, ...more] = paragraph.children
      assert.deepEqual([at?.type, link?.type, end?.type, more.length], ['text', 'link', 'text', 0])
      assert.ok(link?.type === 'link' && link.url.startsWith(url.startsWith('mailto:') ? 'mailto:' : 'https://a.example/'))
      assert.equal(trim(plainText(link)), trim(onOneLine(text)))
    }),
    runs(100),
  )
})

test('hover: code and quoted lines hold any text', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (text, second) => {
      const quote = fromMarkdown(renderCard([{ kind: 'quote', lines: [text, second] }], 'markdown'))
      assert.deepEqual(
        quote.children.map(({ type }) => type),
        ['code'],
      )
      assert.equal(plainText(quote), `${onOneLine(text)}\n${onOneLine(second)}`)
      assertHarmless(renderCard([{ kind: 'list', items: [[text], [{ strong: second }]] }], 'markdown'))
    }),
    runs(100),
  )
})

/** A list in which every value may be hostile. */
const hostileList = fc.record({ a: hostileText, b: hostileText, c: hostileText, d: hostileText, e: hostileText }).map(
  ({ a, b, c, d, e }) => `# Ideas

- [${a}](#${b})
- [Harbor ${c}](#harbor)
  - [Title](#title-${d})

## Template

\`\`\`
### Project
#### Title
- Description: ${a}
- Recommended Skills: ${e}
- Expected project size: # small (~90 hours) ${d}
- Mentor(s): ${b}
  - Jane Roe (@jane, jane@example.org) - primary
\`\`\`

### Harbor ${c}

#### Title ${d}

- Description: ${e}
- Recommended Skills: Go, ${a}
- Expected project size: large ${b}
- Mentor(s):
  - ${c} (@ann, ann@example.org) ${d}
  - Ann ${e} (@ann-${a})
- Upstream Issue: https://github.com/a/b${c.trim()}/issues/1 [x](https://github.com/${d.replace(/\s/g, '')})
- Colour ${e}: ${a}
`,
)

test('hover: no list makes a hover say more than text, throw, or point elsewhere', () => {
  const linter = createLinter(rules, (message) => assert.fail(message))
  const lists = fc.oneof({ weight: 2, arbitrary: hostileList }, { weight: 1, arbitrary: nearlyIdeaList })
  let shown = 0
  fc.assert(
    fc.property(lists, lists, anyFraction, (text, other, from) => {
      const { file, lines } = open(text)
      const known = summarizeList('file:///summerofcode/2025.md', open(other).file)
      const context = (format: HoverContext['format']): HoverContext => ({
        lists: [known],
        findings: () => linter.lint(file),
        followsFileLinks: true,
        format,
      })
      for (let offset = Math.floor(from * 17); offset <= text.length; offset += 17) {
        const found = hover(file, lines, offset, context('markdown'))
        if (found === null) continue
        shown++
        const { value } = found.contents as { readonly value: string }
        assertHarmless(value)
        assert.ok(value.trim() !== '')
        const [start, end] = [lines.offsetAt(found.range!.start), lines.offsetAt(found.range!.end)]
        assert.ok(start <= end && start <= offset, 'the range begins before the cursor')
        const plain = hover(file, lines, offset, context('plaintext'))?.contents as { readonly value: string }
        assert.equal(plain.value, plain.value.split('\n').map(sanitizeControlCharacters).join('\n'))
      }
      for (const { target, range } of documentLinks(file, lines, true)) {
        assert.match(target ?? '', /^(?:https:\/\/github\.com\/[\w./-]+|mailto:[^:\s]+@[\w.-]+)$/)
        assert.equal(range.start.line, range.end.line)
      }
    }),
    runs(50),
  )
  assert.ok(shown > 150, `${shown} hovers`)
})
