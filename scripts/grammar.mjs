// usage: node scripts/grammar.mjs
// Writes syntaxes/idea-fields.tmLanguage.json from the labels that the reader knows; the editor tests check that it is current.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { load } from './bundle.mjs'
import { root, script } from './run.mjs'

const path = join(root, 'syntaxes/idea-fields.tmLanguage.json')

const scope = {
  label: 'entity.name.tag.label.idea-files',
  size: 'constant.numeric.size.idea-files',
  handle: 'variable.other.constant.handle.idea-files',
  // italic in any theme, and in another color if the theme knows placeholders
  placeholder: 'markup.italic.placeholder.idea-files constant.other.placeholder.idea-files',
}

const escaped = (text) => text.replaceAll(/[()]/g, String.raw`\$&`)
// the longest first: an alternation takes the first match
const oneOf = (texts) =>
  `(?i:${[...texts]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join('|')})`

const grammar = (spellings) => {
  const every = oneOf(Object.values(spellings).flat())
  const colon = String.raw`[ \t]{0,3}[:：]`
  const value = String.raw`(?:${colon})[ \t]{1,5}`
  const hours = String.raw`~?[ ]?\d{2,4}[ -]?(?:hours?|hrs?)`
  const handle = '@[A-Za-z0-9][A-Za-z0-9-]{0,38}'
  const name = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’-]{0,40} ){1,6}`
  return {
    comment: 'Written by scripts/grammar.mjs. Read in every Markdown file: known words alone, at the beginning of list items.',
    scopeName: 'markdown.idea-files.fields',
    injectionSelector:
      'L:markup.list meta.paragraph.markdown -markup.fenced_code -markup.inline.raw -meta.link -meta.image -meta.tag -comment',
    patterns: ['placeholder', 'stopgap', 'size', 'mentors', 'label', 'label-in-marks', 'hours', 'entry', 'handle'].map(
      (rule) => ({ include: `#${rule}` }),
    ),
    repository: {
      placeholder: {
        comment: "The programs' own samples, where authors are to write theirs.",
        match: [
          String.raw`\G(?:Jane Doe|John Doe|Mentor Name)(?=[ \t]{0,3}\()`,
          String.raw`(?<=\()@(?:jane-github|john-github|mentor_github)\b`,
          String.raw`\b(?:(?:jane|john)@email\.address|mentor@email\.addy)\b`,
        ].join('|'),
        name: scope.placeholder,
      },
      stopgap: {
        comment: "A label with nothing but a stopgap or the template's note after it.",
        match: String.raw`\G(${every})${value}((?i:TBD|TBA|TODO)(?=[ \t]{0,9}$)|#[ \t]?(?i:one of|at least|for gsoc|please)\b.{0,400})`,
        captures: { 1: { name: scope.label }, 2: { name: scope.placeholder } },
      },
      size: {
        match: String.raw`\G(${oneOf(spellings.size)})${value}(?i:(small|medium|large)|(${hours}))\b`,
        captures: { 1: { name: scope.label }, 2: { name: scope.size }, 3: { name: scope.size } },
      },
      mentors: {
        comment: "Handles on the label's own line, whose rest is Markdown as ever.",
        begin: String.raw`\G(${oneOf(spellings.mentors)})${colon}(?=[^\n@]{0,400}@)`,
        beginCaptures: { 1: { name: scope.label } },
        end: '$',
        patterns: [
          { include: '#placeholder' },
          { match: String.raw`(?<![\w.@/-])${handle}(?![\w@.])`, name: scope.handle },
          { include: 'text.html.markdown#inline' },
        ],
      },
      label: { match: String.raw`\G${every}(?=${colon})`, name: scope.label },
      'label-in-marks': {
        comment: "In bold or italic right after the bullet; the marks stay Markdown's.",
        match: String.raw`(?<=[-*+] \*\*|[-*+] __|[-*+] \*|[-*+] _)${every}(?=[ \t]{0,3}(?:[:：]|[*_]{1,2}[ \t]{0,3}[:：]))`,
        name: scope.label,
      },
      hours: {
        comment: "A size in the programs' own words: medium (~175 hour projects).",
        match: [
          String.raw`(?i)(?<=small |medium |large )\(${hours}(?: projects?)?\)`,
          String.raw`\b(?:small|medium|large)(?= \(${hours}\b)`,
        ].join('|'),
        name: scope.size,
      },
      entry: {
        comment: 'A nested item that is a name and a handle, with or without a role.',
        match: String.raw`\G(?<=  [-*+] |\t[-*+] )${name}\((${handle})\)(?=[ \t]{0,3}(?:$|[-–—,]))`,
        captures: { 1: { name: scope.handle } },
      },
      handle: {
        comment: 'A handle with an address after it.',
        match: String.raw`(?<=\()${handle}(?=,[ \t]{0,3}[^\s@(),<>]{1,64}@)`,
        name: scope.handle,
      },
    },
  }
}

/** The grammar as text, and the content of the file. */
export const fieldsGrammar = async () => {
  const [{ aliasesOfField, fieldKey }, { profiles }] = await Promise.all(
    ['labels/aliases', 'profiles/profiles'].map((name) => load(`server/src/model/${name}.ts`)),
  )
  const specs = Object.values(profiles).flatMap(({ fields }) => fields)
  const keys = new Set(specs.map(({ key }) => key))
  const own = new Set(specs.map(({ label }) => label.toLowerCase()))
  // Other single words are too common in other files: only programmes' own labels, and those of mentors.
  const isPlain = (label) => label.includes(' ') || own.has(label) || fieldKey(label) === 'mentors'
  const spellings = Object.fromEntries([...keys].map((key) => [key, aliasesOfField(key).filter(isPlain)]))
  return { wanted: `${JSON.stringify(grammar(spellings), null, 2)}\n`, written: readFileSync(path, 'utf8') }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await script(async () => writeFileSync(path, (await fieldsGrammar()).wanted))
