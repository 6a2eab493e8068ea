// usage: node scripts/draw.mjs [SEED] [COUNT] [--answers]
// Draws functions at random and prints their names and signatures, and with --answers their files, too. For a review of the folder
// tree: a reader who knows only the tree guesses the file of each; if the guess is wrong, the name or the place of the function is.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root, script } from './run.mjs'

/** Random numbers from 0 to 1, the same for the same seed (mulberry32). */
const randomNumbers = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let hash = Math.imul(state ^ (state >>> 15), state | 1)
    hash ^= hash + Math.imul(hash ^ (hash >>> 7), hash | 61)
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The offset after the bracket that closes the one at `start`. */
const afterBracket = (text, start) => {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if ('([{'.includes(text[at])) depth++
    else if (')]}'.includes(text[at]) && --depth === 0) return at + 1
  }
  return text.length
}

// functions at the top level, and methods of classes, as Biome formats them
const declaration =
  /^(?:export )?(?:async )?function\*? (\w+)(?=[(<])|^(?:export )?const (\w+)(?:: [^=\n]+)? =\s+(?:async )?(?=[(<].*|\w+ =>)|^ {2}(?:async )?\*?(#?\w+)(?=\(.*(?:\{|,|\()$)/gm

/** The name of the class around an offset. */
const classAt = (text, offset) => {
  const [, name] = [...text.slice(0, offset).matchAll(/^(?:export )?class (\w+)|^\}/gm)].at(-1) ?? []
  return name
}

/** The functions of a file: `{ signature, path }`. */
const functionsIn = (path) => {
  const text = readFileSync(join(root, path), 'utf8')
  return Array.from(text.matchAll(declaration)).flatMap((match) => {
    const owner = match[3] && classAt(text, match.index)
    if (match[3] && !owner) return []
    const name = match[1] ?? match[2] ?? `${owner}.${match[3]}`
    const open = text.indexOf('(', match.index + match[0].length)
    const close = afterBracket(text, open)
    const [, type, end] = /^(?:: ([\s\S]*?))?(?: (=>|\{)\s)/.exec(text.slice(close)) ?? []
    if (open < 0 || end === undefined) return []
    const signature = `${name}${text.slice(open, close)}${type ? `: ${type}` : ''}`.replace(/\s+/g, ' ').replace(/,? \)/g, ')')
    return [{ signature, path }]
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
  const [seed, count] = [Number(positionals[0] ?? 1), Number(positionals[1] ?? 25)]
  draw(sources().flatMap(functionsIn), count, randomNumbers(seed)).forEach(({ signature, path }, index) => {
    console.log(`${String(index + 1).padStart(2)}  ${signature}`)
    if (values.answers) console.log(`    ${path}`)
  })
})
