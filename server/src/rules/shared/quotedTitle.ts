import * as l10n from '@vscode/l10n'
import type { Idea } from '../../model/types.ts'
import { quote } from '../../text/wording.ts'

/** How a message names an idea by its title, which is null for an idea without a heading. */
export const quotedTitle = (title: string | null): string => (title === null ? l10n.t('an idea without a heading') : quote(title))

/** An idea's title; null without a heading. */
export const unquotedTitle = ({ heading }: Pick<Idea, 'heading'>): string | null => heading?.text ?? null
