import type { Span } from '../text/span.ts'
import type { Size, SizeSpec, SizeWord } from './types.ts'

/** What a size has to say stands at its beginning; it bounds what the expressions look at. */
const longest = 200

/** Reads a size's word and hours from a field's value; null where the value is empty. */
export function readSize(text: string, span: Span): Size | null {
  const value = text.slice(span.start, Math.min(span.end, span.start + longest))
  if (value.trim() === '') return null
  const word = /\b(small|medium|large)\b/i.exec(value)?.[1]?.toLowerCase() as SizeWord | undefined
  const hours =
    /\b(\d{2,4})\s*[-–]?\s*(?:hours?|hrs?|h)\b/i.exec(value)?.[1] ?? /(?:^|[^\w.])~?\s*(\d{2,4})(?![\w.])/.exec(value)?.[1]
  return { word: word ?? null, hours: hours === undefined ? null : Number(hours), span }
}

/** The sizes that a template's note offers: `small (~90 hour projects), medium …`, or hours alone (`175 or 350 hours`). */
export function offeredSizes(note: string): readonly SizeSpec[] {
  const words = [...note.matchAll(/\b(small|medium|large)\b[^\d\r\n]{0,20}(\d{2,4})/gi)]
  if (words.length > 0) return words.map(([, word, hours]) => ({ word: word!.toLowerCase() as SizeWord, hours: Number(hours) }))
  return [...note.matchAll(/\b(\d{2,4})\b/g)].map(([, hours]) => ({ word: null, hours: Number(hours) }))
}
