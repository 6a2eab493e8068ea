/** A piece of TypeScript source; regular expressions are left out. The text of a `string` is what is between its quotes or `${}`. */
export interface Token {
  readonly kind: 'comment' | 'identifier' | 'string'
  readonly text: string
  /** Counts from 1. */
  readonly line: number
}

const patterns =
  /(\/\*[\s\S]*?\*\/|\/\/[^\n]*)|('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|(?<=[=(,:[!&|?{};>\s]\s*)\/(?![*/ ])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|([A-Za-z_$][\w$]*)|[`{}]/g

/** Reads source as Biome formats it. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = []
  // what each open brace closes: code, or the `${…}` of a template
  const open: ('block' | 'template')[] = []
  let at = 0
  let [line, counted] = [1, 0]
  // offsets only grow
  const lineAt = (offset: number): number => {
    for (; counted < offset; counted++) if (source[counted] === '\n') line++
    return line
  }
  const skipTemplate = (start: number): number => {
    for (let i = start; i < source.length; i++) {
      if (source[i] === '\\') i++
      else if (source[i] === '`' || source.startsWith('${', i)) {
        tokens.push({ kind: 'string', text: source.slice(start, i), line: lineAt(start) })
        if (source[i] === '`') return i + 1
        open.push('template')
        return i + 2
      }
    }
    return source.length
  }
  while (at < source.length) {
    patterns.lastIndex = at
    const match = patterns.exec(source)
    if (!match) break
    const [text, comment, quoted, identifier] = match
    at = match.index + text.length
    if (comment) tokens.push({ kind: 'comment', text, line: lineAt(match.index) })
    else if (identifier) tokens.push({ kind: 'identifier', text, line: lineAt(match.index) })
    else if (quoted) tokens.push({ kind: 'string', text: quoted.slice(1, -1), line: lineAt(match.index) })
    else if (text === '`') at = skipTemplate(at)
    else if (text === '{') open.push('block')
    else if (text === '}' && open.pop() === 'template') at = skipTemplate(at)
  }
  return tokens
}
