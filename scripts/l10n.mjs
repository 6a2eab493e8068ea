// usage: node scripts/l10n.mjs [--check]
// Writes l10n/bundle.l10n.json, all texts of client and server that a translation needs, and the rules' texts in package.nls.de.json.
// With --check it writes nothing, and fails if one of them is not current.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from './bundle.mjs'
import { Refusal, root, script } from './run.mjs'

/** Folders whose texts stay English: the command line, what language models read, published pages. */
const englishOnly = /^server\/src\/(?:cli|mcp|agents|publishing)\//

const escapes = { n: '\n', t: '\t' }

/**
 * The literal that begins at `at`: its text, with `{0}` for the first value of a template; null if there is none. `'a ${b}'` in a value of
 * a template is skipped with it.
 */
export function literalAt(source, at) {
  const mark = source[at]
  if (!`'"\``.includes(mark) || mark === undefined) return null
  let text = ''
  let values = 0
  for (let index = at + 1; index < source.length; index++) {
    const char = source[index]
    if (char === mark) return { text, end: index + 1 }
    if (char === '\\') {
      const next = source[++index]
      text += escapes[next] ?? next
    } else if (mark === '`' && source.startsWith('${', index)) {
      index = endOfValue(source, index + 2)
      text += `{${values++}}`
    } else text += char
  }
  return null
}

/** The index of the brace that closes a value of a template. */
function endOfValue(source, start) {
  let depth = 0
  for (let index = start; index < source.length; index++) {
    const literal = literalAt(source, index)
    if (literal) index = literal.end - 1
    else if (source[index] === '{') depth++
    else if (source[index] === '}' && depth-- === 0) return index
  }
  throw new Refusal(`A template has no end: ${source.slice(start, start + 60)}`)
}

const after = (source, pattern) => [...source.matchAll(pattern)].map((found) => found.index + found[0].length)

/** The texts that a source names: those of `l10n.t`, `translatable` and `phrase`, and both forms of a noun with its number. */
export function textsIn(source) {
  const texts = after(source, /\b(?:l10n\.t|translatable|phrase)(?:\(\s*)?(?=['"`])/g).map((at) => literalAt(source, at).text)
  const nouns = after(source, /\b(?:pluralize|pluralizeAny|formatCount)\((?=[^)])/g).flatMap((at) => {
    const noun = nounAfter(source, at)
    return noun === null ? [] : [`1 ${noun}`, `{0} ${noun}s`]
  })
  return [...texts, ...nouns]
}

/** The second argument of a call whose first begins at `at`, if that is a literal. */
function nounAfter(source, at) {
  for (let index = at, depth = 0; index < source.length; index++) {
    const char = source[index]
    if ('([{'.includes(char)) depth++
    if (')]}'.includes(char) && depth-- === 0) return null
    if (char === ',' && depth === 0)
      return literalAt(source, index + 1 + /^\s*/.exec(source.slice(index + 1))[0].length)?.text ?? null
  }
  return null
}

/** All texts, in their order by letters. */
export async function allTexts() {
  const sources = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts')),
  )
  const inSources = sources
    .filter((path) => !englishOnly.test(path))
    .flatMap((path) => textsIn(readFileSync(join(root, path), 'utf8')))
  const { rules } = await load('server/src/rules/index.ts')
  const ofRules = rules.flatMap(({ summary, why, variations = [] }) => [summary, why, ...variations.map(({ where }) => where)])
  // the page of an overview has these below their numbers
  const counted = ['idea', 'list', 'project', 'mentor', 'skill'].flatMap((noun) => [noun, `${noun}s`])
  return [...new Set([...inSources, ...ofRules, ...counted])].sort()
}

const bundlePath = 'l10n/bundle.l10n.json'
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))
const jsonOf = (value) => `${JSON.stringify(value, null, 2)}\n`

/** German settings of rules: the German summary and default, as `ruleSettingText` writes them in English. */
async function germanRuleTexts() {
  const { rules } = await load('server/src/rules/index.ts')
  const bundle = read('l10n/bundle.l10n.de.json')
  return Object.fromEntries(
    rules.map(({ code, summary, severity }) => [`rule.${code}`, `${bundle[summary]} Standard: ${severity}.`]),
  )
}

if (process.argv[1]?.endsWith('l10n.mjs'))
  await script(async () => {
    const texts = await allTexts()
    const manifest = read('package.nls.json')
    const german = { ...read('package.nls.de.json'), ...(await germanRuleTexts()) }
    const ordered = Object.fromEntries(Object.keys(manifest).map((key) => [key, german[key] ?? '']))
    const files = [
      [bundlePath, jsonOf(Object.fromEntries(texts.map((text) => [text, text])))],
      ['package.nls.de.json', jsonOf(ordered)],
    ]
    mkdirSync(join(root, 'l10n'), { recursive: true })
    for (const [path, text] of files) {
      if (!process.argv.includes('--check')) writeFileSync(join(root, path), text)
      else if (readFileSync(join(root, path), 'utf8') !== text)
        throw new Refusal(`${path} is not current: run \`node scripts/l10n.mjs\``)
    }
    const translated = read('l10n/bundle.l10n.de.json')
    const missing = texts.filter((text) => !(text in translated))
    if (missing.length > 0) throw new Refusal(`l10n/bundle.l10n.de.json lacks: ${missing.map((text) => `\n  ${text}`).join('')}`)
  })
