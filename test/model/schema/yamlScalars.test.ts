import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dump } from 'js-yaml'
import { readFrontMatter } from '../../../server/src/model/schema/frontMatterFields.ts'
import { yamlScalars, yamlText } from '../../../server/src/model/schema/yamlScalars.ts'
import { runs } from '../../support/runs.ts'

/** The texts of the value of `skills` in a front matter; items have a dot before them. */
function textsOf(value: string): readonly string[] {
  const text = `---\ntitle: Lamp\nskills:${value}\nsize: 90\n---\n`
  const field = readFrontMatter(text)?.fields.find(({ key }) => key === 'skills')
  assert.ok(field, `not YAML: ${text}`)
  return yamlScalars(text, field.valueSpan).map(({ span, isItem }) => `${isItem ? '·' : ''}${yamlText(text, span)}`)
}

for (const [what, value, expected] of [
  ['a sequence in brackets', ' [C++, Python]', ['·C++', '·Python']],
  ['quotation marks', ` ["C, C++", 'it''s Go', C#] # three`, ['·C, C++', "·it's Go", '·C#']],
  ['brackets over several lines', ' [\n  C++, # fast\n  machine\n  learning,\n]', ['·C++', '·machine learning']],
  ['bullets', '\n  - C++\n  # a comment\n  - Go # and another\n  - C#', ['·C++', '·Go', '·C#']],
  ['bullets without an indent', '\n- "C++"\n- node.js\n\n- R', ['·C++', '·node.js', '·R']],
  ['an item over two lines', '\n - machine\n   learning\n - Go', ['·machine learning', '·Go']],
  ['an empty item', '\n -\n - Go', ['·Go']],
  ['one text', ' Go, C++', ['Go, C++']],
  ['a quoted text', ' "Go, C\\u002b+"', ['Go, C++']],
  ['a text over two lines', ' Go,\n  C++ # both', ['Go, C++']],
  ['a block', ' >-\n  Go,\n  # 1\n\n  C++', ['Go,\n# 1\n\nC++']],
  ['a block in an item', '\n  - |\n    Go\n    C++\n  - R', ['·Go\nC++', '·R']],
  ['keys', '\n  required: [Go]\n  optional:\n    - "C: all of it"\n    - R', ['·Go', '·C: all of it', '·R']],
  ['keys in brackets', ' { required: [Go, R], "nice to have": C }', ['·Go', '·R', '·C']],
  ['an address', ' [https://example.org/a#b, https://example.org/c]', ['·https://example.org/a#b', '·https://example.org/c']],
  ['nothing', ' []', []],
  ['no value', '', []],
  ['nulls', ' [~, null, "null"]', ['·null']],
  ['spaces', ' " "', []],
] as const) {
  test(`yamlScalars: ${what}`, () => {
    assert.deepEqual(textsOf(value), expected)
  })
}

const word = fc.stringMatching(/^[A-Za-z#+.'",:-]{1,8}( [A-Za-z#+.'":-]{1,8}){0,2}$/)
const value = fc.oneof(
  word,
  fc.array(word, { minLength: 1, maxLength: 4 }),
  fc.dictionary(fc.constantFrom('a', 'b c'), fc.array(word)),
)

const leaves = (data: unknown): readonly string[] =>
  typeof data === 'string' ? [data] : typeof data === 'object' && data !== null ? Object.values(data).flatMap(leaves) : []

test('yamlScalars: finds all texts of whatever YAML is written', () => {
  fc.assert(
    fc.property(
      value,
      fc.constantFrom(-1, 0, 1),
      fc.boolean(),
      fc.constantFrom('\n', '\r\n'),
      (skills, flowLevel, quotes, eol) => {
        const text = `---\n${dump({ skills }, { flowLevel, forceQuotes: quotes, lineWidth: 20 })}---\n`.replaceAll('\n', eol)
        const field = readFrontMatter(text)?.fields[0]
        // js-yaml does not read all that it writes
        fc.pre(JSON.stringify(field?.value) === JSON.stringify(skills))
        assert.deepEqual(
          yamlScalars(text, field!.valueSpan).map(({ span }) => yamlText(text, span).replace(/\s+/g, ' ')),
          leaves(skills),
        )
      },
    ),
    runs(300),
  )
})
