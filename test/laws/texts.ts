import fc from 'fast-check'
import { anyFraction } from '../support/anyFraction.ts'

/** Pieces of which Markdown goes wrong in interesting ways: containers, fences, comments, headings, line ends, odd characters. */
const marks = [
  '- ',
  '-',
  '* ',
  '+ ',
  '1. ',
  '2. ',
  '10) ',
  '> ',
  '>',
  '# ',
  '#',
  '## ',
  '#### ',
  '```',
  '~~~',
  '````',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '<a>',
  '<pre>',
  '</pre>',
  '<?',
  '?>',
  '---',
  '===',
  '***',
  '**',
  '`',
  '_',
  '[',
  '](',
  ')',
  '\\',
  '&amp;',
  '|',
]
const spaces = ['\n', '\n', '\n', '\n\n', '\r\n', ' ', '  ', '    ', '\t']
const words = ['a', 'text', 'b c', 'é', 'e\u0301', '😀', '\u00a0', '\u0000', '\ufeff', '{', '}', '@']

/** Pieces of idea lists, whole and broken. */
const ideas = [
  '# Ideas\n',
  '## Template\n',
  '```\n### Project\n#### Title\n- Description:\n- Mentor(s):\n  - Jane Roe (@jane, jane@example.org) - primary\n```\n',
  '### Kubernetes\n',
  '#### An idea\n',
  '##### Deeper\n',
  '- Description: some text\n',
  '- Expected Outcome:\n  - one\n  - two\n',
  '- Recommended Skills: Go, Rust and C\n',
  '- Expected project size: medium (~175 hours)\n',
  '- Mentor(s):\n',
  '  - Ann Lee (@ann, ann@example.org) - primary\n',
  '  - Bob (@bob)\n',
  '- Mentors',
  '- <!--Description: hidden\n',
  'Mentors: Ann (@ann) and [Bob](https://github.com/bob)\n',
  '-Description: glued\n',
  '* **Upstream Issue:** https://github.com/a/b/issues/1\n',
  '- [An idea](#an-idea)\n',
  '  * [Deeper](#deeper-1)\n',
  '<!-- TOC -->\n',
  'Ann Lee AT example DOT org\n',
  'Title\n=====\n',
]

const piece = (...pools: string[][]): fc.Arbitrary<string> => fc.constantFrom(...pools.flat())

/** Short texts of any Markdown. */
export const anyMarkdown = fc.array(piece(marks, spaces, words), { maxLength: 24 }).map((pieces) => pieces.join(''))

/** Texts that are idea lists or nearly so. */
export const nearlyIdeaList = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece(ideas) }, { weight: 1, arbitrary: piece(marks, spaces, words) }), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(''))

/** A replacement in a text, by fractions of its length. */
export const anyEdit = fc.record({
  from: anyFraction,
  length: fc.nat(40),
  insert: fc.oneof(fc.constant(''), piece(ideas, marks, spaces, words)),
})
export type AnyEdit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never
