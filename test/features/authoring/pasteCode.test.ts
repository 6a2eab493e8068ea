import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { pastedHtmlText } from '../../../server/src/editing/pasted/pastedHtml.ts'
import { planNewIdea } from '../../../server/src/features/authoring/newIdea.ts'
import { planPastedIdea } from '../../../server/src/features/authoring/pasteIdea.ts'
import type { ReadEditedText } from '../../../server/src/features/authoring/plan.ts'
import { boldParagraphs, headingLabels, iconItems, ideaRows, oneIdeaAFile, readForeign } from '../../support/foreignLists.ts'
import { filledIn, leftAlone, opened, refusal } from '../../support/plans.ts'

const gsoc = readFileSync('examples/programs/summerofcode/2026.md', 'utf8')
const path = 'programs/summerofcode/2026.md'

/** The text after a paste of plain text, or of HTML. */
const pasted = (list: string, plain: string, readAs?: ReadEditedText, html = ''): string => {
  const { file, read } = opened(list, path, readAs)
  const made = planPastedIdea(file, { plain, html }, 0, read)
  return leftAlone('newFile' in made && made.newFile !== undefined ? '' : list, made)
}

const code = `func main() {
    return 1
}

# a comment
skills: none
install it: make install
- [ ] **Mentors**: nobody
\ttab`

const withCode = (opens = '```go', closes = '```') => `Longhorn

Rehearse the loss

Description: Run this first.

${opens}
${code}
${closes}

Then wait.

Skills: Go
Mentors: Jane Roe (@jroe)
`

/** The lines of the code in a text, without the indentation that all of them have. */
const codeIn = (text: string, opens: string): string => {
  const lines = text.split(/\r\n|\n/)
  const from = lines.findIndex((line) => line.trim() === opens)
  const indent = lines[from]!.length - opens.length
  const to = lines.findIndex((line, index) => index > from && line.trim() === opens.replace(/\w+$/, ''))
  const inside = lines.slice(from + 1, to)
  for (const line of inside) assert.ok(line === '' || line.startsWith(' '.repeat(indent)), `${line} in ${text}`)
  return inside.map((line) => line.slice(indent)).join('\n')
}

const forms: readonly (readonly [string, ReadEditedText?])[] = [
  [gsoc],
  ...[boldParagraphs, headingLabels, iconItems, oneIdeaAFile].map((list) => [list, readForeign] as const),
]

test('paste as idea: fenced code arrives to the character in lists of any form, and none of its lines is a label', () => {
  for (const [list, readAs] of forms)
    for (const eol of ['\n', '\r\n'])
      for (const [opens, closes] of [
        ['```go', '```'],
        ['~~~~', '~~~~~'],
      ] as const) {
        const [own, copied] = [list, withCode(opens, closes)].map((text) => text.replaceAll('\n', eol)) as [string, string]
        const after = pasted(own, copied, readAs)
        assert.equal(codeIn(after.replaceAll('~~~~~', '~~~~'), opens), code, after)
        assert.equal(after.match(/skills: none/g)?.length, 1)
        const { projects } = opened(after, path, readAs).file
        const made = projects.flatMap(({ ideas }) => ideas).find(({ idea }) => idea.heading?.text.includes('Rehearse'))
        assert.ok(made, after)
        const skills = made.idea.fields.find(({ key }) => key === 'recommendedSkills')
        if (skills) {
          const value = after.slice(made.at + skills.valueSpan.start, made.at + skills.valueSpan.end)
          assert.match(value, /^(?:\* )?Go$/)
        }
        assert.ok(after.includes('Then wait.') && !after.includes('\\```'))
      }
})

test('paste as idea: in a list with bold labels, and in items', () => {
  assert.ok(
    pasted(boldParagraphs, withCode(), readForeign).includes(
      `**Description**:\nRun this first.\n\n\`\`\`go\n${code}\n\`\`\`\n\nThen wait.\n\n**Mentors**: Jane Roe (@jroe)\n`,
    ),
  )
  const items = `Longhorn

Rehearse the loss

- Description: Run this.
- Expected Outcome:
  - One, that
    ~~~
    # no heading
      deeper
    ~~~
  - \`\`\`
    skills: none
    \`\`\`
- Skills: Go
- Mentors: Jane Roe (@jroe)
`
  assert.ok(
    pasted(gsoc, items).includes(
      '- Expected Outcome:\n  - One, that\n    ~~~\n    # no heading\n      deeper\n    ~~~\n  - ```\n    skills: none\n    ```\n- Recommended Skills: Go\n',
    ),
  )
})

test('paste as idea: indented code is a block, and indented prose is none', () => {
  const copied = (block: string) => `Longhorn
Rehearse the loss
Description: Run this.

${block}

Skills: Go
Mentors: Jane Roe (@jroe)
`
  assert.ok(
    pasted(gsoc, copied('    # all of it\n    make install\n\n      skills: none')).includes(
      '- Description: Run this.\n\n  ```\n  # all of it\n  make install\n\n    skills: none\n  ```\n- Expected',
    ),
  )
  const headings = copied('    make install').replaceAll(/^(\w+): /gm, '### $1\n\n')
  assert.ok(pasted(gsoc, headings).includes('- Description: Run this.\n\n  ```\n  make install\n  ```\n'))
  for (const prose of ['    It runs each night.', '\tRust, C and Go', '    - make install', '    https://example.org/1'])
    assert.equal(pasted(gsoc, copied(prose)).split('```').length, gsoc.split('```').length, prose)
  const fields = copied('')
    .replace(/^(?=[DSM])/gm, '    ')
    .replaceAll('\n    ', '\n\n    ')
  assert.ok(pasted(gsoc, fields).includes('- Recommended Skills: Go\n'))
})

test('paste as idea: a fence that nothing closes is text, and ends nothing', () => {
  for (const [list, readAs] of forms) {
    const after = pasted(
      list,
      withCode('```go', 'done').replace('skills: none\n', '').replace('- [ ] **Mentors**', 'You'),
      readAs,
    )
    assert.match(after, /\\```go/)
    const ideas = (text: string): number => opened(text, path, readAs).file.projects.flatMap((project) => project.ideas).length
    assert.equal(ideas(after), list === oneIdeaAFile ? 1 : ideas(list) + 1)
  }
})

test('paste as idea: the code of HTML arrives with its lines and its indentation', () => {
  const html = `<p>Longhorn</p><p>Rehearse the loss</p><p>Description: Run this.</p><div><pre><code class="language-go">
${code.replace('func', '<span>func</span>').replace('1', '&lt;1&gt;')}
</code></pre></div><p>Skills: Go</p><p>Outcome:</p><ul><li>One<pre>a
  b</pre></li><li><pre lang="sh">\`\`\`</pre></li></ul><p>Mentors: Jane Roe (@jroe)</p>`
  const after = pasted(gsoc, 'x', undefined, html)
  assert.equal(codeIn(after, '```go'), code.replace('1', '<1>'))
  assert.ok(after.includes('  - One\n    ```\n    a\n      b\n    ```\n  - ````sh\n    ```\n    ````\n'), after)
  assert.equal(pastedHtmlText('<pre>a'), '```\na\n```')
  assert.equal(pastedHtmlText('<pre> \n</pre>b'), 'b')
  // an editor shows the source of Markdown
  const shown = withCode()
    .split('\n')
    .map((line) => `<div>${line.trim()}</div>`)
    .join('')
  assert.equal(codeIn(pasted(gsoc, withCode(), undefined, shown), '```go'), code)
})

test('paste as idea: code within a line of HTML is in backticks, and code in a quote stays in it', () => {
  assert.equal(pastedHtmlText('<p>A <code>List&lt;T&gt;</code> of <code> </code>them</p>'), 'A `List<T>` of them')
  assert.equal(pastedHtmlText('<p>a<code>b<br>c</code></p>'), 'ab\nc')
  const quote = '> As said:\n>\n> ```sh\n> # all\n> skills: none\n>   deep\n> ```'
  const copied = withCode('', '').replace(code, quote)
  for (const [list, readAs] of forms) {
    const indent = list === gsoc ? '  ' : ''
    const after = pasted(list, copied, readAs)
    assert.ok(after.includes(quote.replaceAll(/^/gm, indent)), after.slice(-900))
  }
})

/** A table in each idea, and a description below it. */
const tableAndProse = `# Ideas

## Turn the lamp

| | |
|---|---|
| Mentors | Mia Stone (@mia-stone) |
| Skills | Rust |
| Size | 350 hours |

It turns too slowly.

## Count the ships

| | |
|---|---|
| Mentors | Leo Brook (@leo-brook) |
| Skills | Go |
| Size | 175 hours |

Ships come in at night.
`

test('paste as idea: a code block is not pasted into a cell', () => {
  const field = withCode().replace('Description: ', 'Expected Outcome: ')
  for (const [list, copied] of [
    [ideaRows, withCode()],
    [tableAndProse, field],
    [tableAndProse, withCode().replace('\nSkills: Go', '').replace('Description: Run this first.', 'A lamp.\nSkills:')],
  ] as const)
    assert.match(refusal(planPastedIdea(readForeign(list), { plain: copied, html: '' }, 0, readForeign)), /code block/)
  assert.equal(codeIn(pasted(tableAndProse, withCode(), readForeign), '```go'), code)
})

test('paste as idea: below the table of an idea comes the description, and cells are one line with escaped bars', () => {
  const copied = `Ring the bell
Description: Disks | are cheap.

They last.
Skills:
- Go | Rust
- C
Outcome: One | two
Three
Mentors: Jane Roe (@jroe)
`
  for (const eol of ['\n', '\r\n']) {
    const [list, text] = [tableAndProse, copied].map((each) => each.replaceAll('\n', eol)) as [string, string]
    assert.equal(
      pasted(list, text, readForeign),
      `${tableAndProse}
## Ring the bell

| | |
|---|---|
| Mentors | Jane Roe (@jroe) |
| Skills | Go \\| Rust, C |
| Size |  |
| Outcome | One \\| two<br>Three |

Disks | are cheap.

They last.
`.replaceAll('\n', eol),
    )
  }
})

test('new idea: a place for the description below the fields, unless all ideas end with the same words', () => {
  const made = (list: string): string =>
    filledIn(list, planNewIdea(readForeign(list), { project: '', title: 'Ring the bell', at: 0 }, readForeign), [
      'Jane',
      'jroe',
      'Go',
      '90 hours',
      'It rings.',
    ])
  assert.ok(made(tableAndProse).endsWith('| Size | 90 hours |\n\nIt rings.\n'), made(tableAndProse))
  const linked = tableAndProse.replaceAll(/^(?:It|Ships).*$/gm, '[Back to the top](#ideas)')
  assert.ok(made(linked).endsWith('| Size | 90 hours |\n'))
})
