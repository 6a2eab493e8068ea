/** A piece of TypeScript source: comments and identifiers; strings, templates' texts and regular expressions are left out. */
export interface Token {
  readonly kind: 'comment' | 'identifier'
  readonly text: string
  /** Counts from 1. */
  readonly line: number
}

const patterns =
  /(\/\*[\s\S]*?\*\/|\/\/[^\n]*)|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|(?<=[=(,:[!&|?{};>\s]\s*)\/(?![*/ ])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|([A-Za-z_$][\w$]*)|[`{}]/g

/** Reads source as Biome formats it. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = []
  // what each open brace closes: code, or the `${…}` of a template
  const open: ('block' | 'template')[] = []
  let at = 0
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length
  const skipTemplate = (start: number): number => {
    for (let i = start; i < source.length; i++) {
      if (source[i] === '\\') i++
      else if (source[i] === '`') return i + 1
      else if (source.startsWith('${', i)) {
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
    const [text, comment, identifier] = match
    at = match.index + text.length
    if (comment) tokens.push({ kind: 'comment', text, line: lineAt(match.index) })
    else if (identifier) tokens.push({ kind: 'identifier', text, line: lineAt(match.index) })
    else if (text === '`') at = skipTemplate(at)
    else if (text === '{') open.push('block')
    else if (text === '}' && open.pop() === 'template') at = skipTemplate(at)
  }
  return tokens
}
