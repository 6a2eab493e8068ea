import { formatNumber, pluralize } from '../../../server/src/text/wording.ts'

/** The largest number, 0 for none; there may be more numbers than a call has arguments. */
export const maxNumber = (numbers: readonly number[]): number => numbers.reduce((max, each) => Math.max(max, each), 0)

/** `1 idea`, `2,000 ideas` */
export const formatCount = (count: number, noun: string): string => pluralize(count, noun, formatNumber(count))

/** A number with at most two decimals. */
export const svgNumber = (number: number): string => String(Math.round(number * 100) / 100)
