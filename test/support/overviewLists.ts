import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { createListRecords, type ListRecord } from '../../server/src/features/overview/ideaRecords.ts'
import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import { compareProgrammes } from '../../server/src/model/profiles/programmePath.ts'
import { type ListSummary, summarizeList } from '../../server/src/workspace/listSummary.ts'
import { namedForm } from './namedForm.ts'

/** An idea as a test names it; its mentors as one writes them. */
export interface Reported {
  readonly title: string
  readonly mentors?: readonly string[]
  readonly skills?: string
  readonly size?: string
}

const ideaText = ({ title, mentors = [], skills, size }: Reported): string =>
  [
    ...(title === '' ? [] : [`#### ${title}`, '']),
    '- Description: It is described here.',
    ...(skills === undefined ? [] : [`- Recommended Skills: ${skills}`]),
    ...(size === undefined ? [] : [`- Expected project size: ${size}`]),
    '- Mentor(s):',
    ...mentors.map((mentor) => `  - ${mentor}`),
    '- Upstream Issue (URL): https://github.com/example/example/issues/1',
    '',
  ].join('\n')

/** A list of projects with their ideas, by the projects' names. */
export const listText = (projects: Readonly<Record<string, readonly Reported[]>>): string =>
  Object.entries(projects)
    .flatMap(([name, ideas]) => [`### ${name}`, '', ...ideas.map(ideaText)])
    .join('\n')

/** Lists by their paths, as the index knows them: the newest first. */
export const knownLists = (texts: Readonly<Record<string, string>>): readonly ListSummary[] =>
  Object.entries(texts)
    .map(([path, text]) => summarizeList(uriOf(path), readIdeaFile(text, namedForm(text, { path: `/w/${path}`, knowsProject }))))
    .sort(compareProgrammes)

export const uriOf = (path: string): string => `file:///w/${path.split('/').map(encodeURIComponent).join('/')}`

export const factsOf = (lists: readonly ListSummary[]): readonly ListRecord[] => lists.map(createListRecords())

const ada = 'Ada Fern (@Ada-Fern, ada@example.org) - primary'
const bo = 'Bo Reed (@bo-reed, bo@example.org)'

const spring = {
  Harbor: [
    { title: 'Sign what travels', mentors: [ada, bo], skills: 'Golang, Rust' },
    { title: 'Mend the nets', mentors: [bo], skills: 'Go' },
  ],
}

/** Two years, two programmes, one term that is proposed and accepted, and a list of no programme. */
export const fiveLists = knownLists({
  'summerofcode/2026.md': listText({
    Harbor: [
      {
        title: 'Show the tide',
        mentors: [ada, 'Cy Moss (cy@example.org)'],
        skills: 'Go, Watercolour',
        size: 'large (~350 hours)',
      },
    ],
    'OpenTelemetry (OTel)': [
      { title: 'Count the boats', mentors: ['Cy Moss (@cy-moss, cy@example.org) - primary'], skills: 'go', size: 'small' },
      { title: 'Count the boats', mentors: ['Di Holm'], size: '200 hours' },
    ],
    Jaeger: [],
  }),
  'lfx-mentorship/2025/01-Mar-May/project_ideas.md': listText(spring),
  'lfx-mentorship/2025/01-Mar-May/README.md': listText({
    harbor: [...spring.Harbor.slice(0, 1), { title: 'Ring the bell', mentors: ['Bo Reed (@BO-REED)'], skills: 'C' }],
  }),
  'lfx-mentorship/2025/02-Jun-Aug/project_ideas.md': listText({
    Opentelemetry: [{ title: 'Mend the nets', mentors: ['Bo R. (bo@example.org) - primary'], skills: 'rust; C++' }],
  }),
  'notes/our ideas.md': listText({ Lighthouse: [{ title: 'Paint it', mentors: ['(di@example.org)'], size: 'medium' }] }),
})
