import * as l10n from '@vscode/l10n'
import type { SeenFact } from '../../review/reviewMemory.ts'
import { truncate } from '../../text/wording.ts'
import { type Card, cardLine } from './card.ts'

/** `Review of 2026-11-30: open, not assigned` */
export const seenCardLine = ({ date, text }: SeenFact): Card => cardLine(l10n.t`Review of ${date}: ${truncate(text, 200)}`)
