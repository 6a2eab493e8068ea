import type { Heading } from '../types.ts'

/** What a heading names: its text, or the alternative text of its image if it has no other (`## ![Harbor](harbor.svg)`). */
export const headingName = ({ text, imageText = '' }: Heading): string => text || imageText

/** Whether a heading has neither text nor image: it is being typed. */
export const isEmptyHeading = ({ text, imageText }: Heading): boolean => text === '' && imageText === undefined
