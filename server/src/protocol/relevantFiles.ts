/** The extensions of Markdown files, as VS Code knows them. */
export const markdownExtensions = ['md', 'mkd', 'mdwn', 'mdown', 'markdown', 'markdn', 'mdtxt', 'mdtext', 'workbook'] as const

const markdownName = new RegExp(`\\.(?:${markdownExtensions.join('|')})$`, 'i')

/** Whether a name is that of a Markdown file. */
export const isMarkdown = (name: string): boolean => markdownName.test(name)

/** The name of an export of LFX programs, which counts as a list. */
export const lfxExportName = 'lfx-export.json'

/** Whether a file of this name may be a list, or link into one. */
export const mayBeListName = (name: string): boolean => isMarkdown(name) || name === lfxExportName

/** Whether the workspace index reads a file of this name: {@link mayBeListName}, or `.gitignore`. */
export const isRelevantFile = (name: string): boolean => mayBeListName(name) || name === '.gitignore'
