// usage: node scripts/draw.mjs [SEED] [COUNT] [--answers]
// Draws functions at random and prints their names and signatures, and with --answers their files, too. For a review of the folder
// tree: a reader who knows only the tree guesses the file of each; if the guess is wrong, the name or the place of the function is.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root, script } from './run.mjs'

/** Random numbers from 0 to 1, the same for the same seed (mulberry32). */
const randomNumbers = (seed) => {
  // spreads seeds that are next to each other
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let hash = Math.imul(state ^ (state >>> 15), state | 1)
    hash ^= hash + Math.imul(hash ^ (hash >>> 7), hash | 61)
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The offset after the bracket that closes the one at `start`; `<` counts as a bracket only if `start` is one. */
const afterBracket = (text, start) => {
  const [opening, closing] = text[start] === '<' ? ['([{<', ')]}>'] : ['([{', ')]}']
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (opening.includes(text[at])) depth++
    else if (closing.includes(text[at]) && !text.startsWith('=>', at - 1) && --depth === 0) return at + 1
  }
  return text.length
}

/** The offset of the end of a return type that begins at `start`: before the body's `{`, the arrow, or the end of an overload. */
const typeEnd = (text, start) => {
  for (let at = start; at < text.length; at++) {
    const isInType = /(?:[:|&(<,]|=>|\b(?:is|keyof|readonly))\s*$/.test(text.slice(start - 2, at))
    if ('([<'.includes(text[at]) || (text[at] === '{' && isInType)) {
      at = afterBracket(text, at) - 1
      // `(a: string) => boolean` is a type
      if (text[at] === ')' && text.startsWith(' =>', at + 1)) at += 3
    } else if (
      text[at] === '{' ||
      text.startsWith(' =>', at) ||
      (text[at] === '\n' && !isInType && !/^\s*[|&]/.test(text.slice(at)))
    )
      return at
  }
  return text.length
}

// functions at the top level, and methods of classes, as Biome formats them; of an arrow function the text before its `(`
const declaration =
  /^(?:export )?(?:async )?function\*? (\w+)(?=[(<])|^(?:export )?const (\w+)(: [^\n]+?)? =\s+(?:async )?(?=[(<])|^ {2}(?:static )?(?:async |get )?\*?(#?\w+)(?=[(<].*(?:\{|,|\()$)/gm

const oneLine = (source) =>
  source
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[([<]) | (?=[)\]>](?!=))/g, '')
    .replace(/,(?=[)\]>]| \})/g, '')
    .trim()

/** The parameters and return type from `start`, through arrow functions that return arrow functions; null if there are none. */
const parametersAt = (text, start) => {
  const open = text[start] === '<' ? afterBracket(text, start) : start
  if (text[open] !== '(') return null
  const close = afterBracket(text, open)
  const end = text[close] === ':' ? typeEnd(text, close + 2) : close
  const arrow = /^ =>\s+/.exec(text.slice(end))
  // `(a + b) * c` has no body
  if (!arrow && !/^ ?\{/.test(text.slice(end))) return null
  const rest = arrow && parametersAt(text, end + arrow[0].length)
  return oneLine(text.slice(start, end)) + (rest ? ` => ${rest}` : '')
}

/** The name of the class around an offset. */
const classAt = (text, offset) => {
  const [, name] = [...text.slice(0, offset).matchAll(/^(?:export )?(?:abstract )?class (\w+)|^\}/gm)].at(-1) ?? []
  return name
}

/** The functions of a file: `{ signature, path }`; of an overloaded one the signature of its body. */
const functionsIn = (path) => {
  const text = readFileSync(join(root, path), 'utf8')
  return Array.from(text.matchAll(declaration)).flatMap((match) => {
    const [whole, name, constant, type = '', method] = match
    const owner = method && classAt(text, match.index)
    const parameters = parametersAt(text, match.index + whole.length)
    if ((method && !owner) || parameters === null) return []
    const label = name ?? (method ? `${owner}.${method}` : `${constant}${oneLine(type)}${type && ' = '}`)
    return [{ signature: label + parameters, path }]
  })
}

const sources = () =>
  ['client/src', 'server/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .sort(),
  )

/** `count` different elements, in random order. */
const draw = (all, count, random) => {
  const left = [...all]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)[0])
}

await script(async () => {
  const { positionals, values } = parseArgs({ options: { answers: { type: 'boolean' } }, allowPositionals: true })
  const [seed, count] = [Number(positionals[0] ?? 1301), Number(positionals[1] ?? 25)]
  draw(sources().flatMap(functionsIn), count, randomNumbers(seed)).forEach(({ signature, path }, index) => {
    console.log(`${String(index + 1).padStart(2)}  ${signature}`)
    if (values.answers) console.log(`    ${path}`)
  })
})
