/** VS Code's command that goes to the next tab stop of a snippet; without arguments it does so before the next key. */
export const nextStopCommand = 'jumpToNextSnippetPlaceholder'

/** Our client's command that goes to the first tab stop on another line, or in another cell of a table. */
export const nextLineStopCommand = 'ideaFiles.nextLineStop'
