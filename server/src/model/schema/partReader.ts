import type { Span } from '../../text/span.ts'

/** A piece of a text with its place. */
export interface Taken {
  readonly value: string
  readonly span: Span
}

/** A part of which pieces are taken one after the other; what is left is the name. */
export class PartReader {
  private left: string
  private readonly source: string
  private readonly base: number

  constructor(source: string, base: number) {
    this.source = source
    this.left = source
    this.base = base
  }

  get span(): Span {
    const start = this.source.length - this.source.trimStart().length
    return { start: this.base + start, end: this.base + Math.max(start, this.source.trimEnd().length) }
  }

  /** The first group of a match, which is then gone. */
  take(pattern: RegExp): Taken | null {
    const match = pattern.exec(this.left)
    if (!match) return null
    const value = match[1] ?? match[0]
    const start = this.base + match.index + match[0].indexOf(value)
    this.erase(match.index, match.index + match[0].length)
    return { value, span: { start, end: start + value.length } }
  }

  /** The next `[text](url)` or `[text][label]`: `dropMarks` must be called: it leaves the text, or drops it, too. */
  nextLink() {
    const match = /\[([^[\]]{0,200})\](?:\(([^()\s]{0,400})\)|\[[^[\]]{0,60}\])/.exec(this.left)
    if (!match) return null
    const [all, words = '', url = ''] = match
    const textAt = match.index + 1
    const urlAt = match.index + all.length - 1 - url.length
    return {
      url,
      urlSpan: { start: this.base + urlAt, end: this.base + urlAt + url.length },
      text: { value: words, span: { start: this.base + textAt, end: this.base + textAt + words.length } },
      dropMarks: (isTextDropped: boolean): void => {
        this.erase(match.index, textAt)
        this.erase(textAt + words.length, match.index + all.length)
        if (isTextDropped) this.erase(textAt, textAt + words.length)
      },
    }
  }

  /** What is left, without marks, roles in brackets and punctuation around it; null if that is nothing. */
  name(): Taken | null {
    for (const noise of [roleInBrackets, emptyBrackets, htmlTag, afterName]) {
      for (let found = noise.exec(this.left); found; found = noise.exec(this.left)) {
        this.erase(found.index, found.index + found[0].length)
      }
    }
    const plain = this.left.replace(/[*_`]/g, ' ')
    const start = /[^\s\-–—,;:.&()[\]<>~|\\]/.exec(plain)?.index
    if (start === undefined) return null
    const end = plain.slice(0).replace(/[\s\-–—,;:.&([\]<>~|\\]+$/, '').length
    const value = plain.slice(start, end).replace(/\s+/g, ' ')
    const closed = value.endsWith(')') && !value.includes('(') ? value.slice(0, -1).trimEnd() : value
    return closed === '' ? null : { value: closed, span: { start: this.base + start, end: this.base + start + closed.length } }
  }

  private erase(start: number, end: number): void {
    this.left = this.left.slice(0, start) + ' '.repeat(end - start) + this.left.slice(end)
  }
}

const roleInBrackets =
  /\((?:mentor|lead|he\/him|she\/her|they\/them|contact person|primary|secondary|backup|admin|main|aka [^()]{0,40})\)/i
const emptyBrackets = /\([ \t,;|&/]*\)|\[[ \t,;]*\]|<[ \t]*>|\([^()]{0,40}\bgithub\b[^()]{0,40}\)/i
const htmlTag = /<\/?[a-z][^<>]{0,100}>/i
const afterName = /[ \t](?:co-?)?(?:maintainer|author|core developer)\b.*$/i
