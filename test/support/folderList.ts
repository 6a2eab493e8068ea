/** What a file of a folder list says; `lacks` names labels that it does not have. */
export interface FolderIdeaParts {
  readonly title: string
  readonly mentors?: string
  readonly outcome?: string
  readonly lacks?: readonly string[]
}

/** A file with one idea: the title is a heading of level 1, labels are headings of level 2. */
export const headedIdea = ({ title, mentors = 'Mia Stone', outcome = 'A dial', lacks = [] }: FolderIdeaParts): string =>
  [
    `# ${title}\n`,
    ...[
      ['Overview', `${title}: nobody does it yet.`],
      ['Expected outcomes', `* ${outcome}`],
      ['Skills', 'Go, SQL'],
      ['Possible mentors', mentors],
      ['Project size', 'Medium (175 hours)'],
      ['Difficulty', 'Hard'],
    ].flatMap(([label, value]) => (lacks.includes(label!) ? [] : [`## ${label}\n\n${value}\n`])),
  ].join('\n')

/** A file with one idea: the title is in its front matter, the labels are bold, in German. */
export const germanIdea = ({ title, mentors = 'Mia Stone', lacks = [] }: FolderIdeaParts): string =>
  [
    `---\ntitle: ${title}\nlayout: idee\n---\n`,
    ...[
      ['Beschreibung', `${title}, das fehlt noch.`],
      ['Betreuer', mentors],
      ['Kenntnisse', 'Go, SQL'],
      ['Ergebnis', 'Ein Zifferblatt'],
      ['Aufgaben', 'Messen, zeigen'],
    ].flatMap(([label, value]) => (lacks.includes(label!) ? [] : [`**${label}:** ${value}\n`])),
  ].join('\n')

/** `count` files in a folder by their paths: `/w/ideas/1.md` … */
export const folderFiles = (
  folder: string,
  count: number,
  text: (parts: FolderIdeaParts) => string = headedIdea,
): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${folder}/${index + 1}.md`, text({ title: `Wind clock ${index + 1}` })]),
  )
