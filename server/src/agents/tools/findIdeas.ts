import * as z from 'zod/mini'
import { projectKey } from '../../catalog/knownProjects.ts'
import { skillMatcher } from '../../features/skillMatcher.ts'
import { formatNumber, pluralizeEnglish, truncate } from '../../text/wording.ts'
import { agentTool } from '../agentTool.ts'
import type { WorkspaceIdea } from '../agentWorkspace.ts'
import { boundedAnswer } from '../boundedAnswer.ts'

const findIdeasInput = (what: string) => z.optional(z.string().check(z.maxLength(200), z.describe(what)))

const findSchema = z.strictObject({
  project: findIdeasInput('The name of a project, such as Kubernetes.'),
  mentor: findIdeasInput('A GitHub handle, with or without @, or a part of a name.'),
  skill: findIdeasInput('A skill under any of its usual names: golang finds Go.'),
  title: findIdeasInput('Words of the title.'),
})

const maxFound = 50

/** The ideas of all lists of the workspace that have a project, mentor, skill or title. */
export const findIdeasTool = agentTool({
  name: 'find_ideas',
  title: 'Find ideas',
  description:
    'Finds mentoring ideas in all lists of the workspace by project, mentor, skill or title; all that are given must fit. Answers with the place of each idea, its mentors and its skills. Call it before adding an idea, to see whether there is one already.',
  schema: findSchema,
  answer: async (input, workspace) => {
    const { ideas, unread } = await workspace.ideas()
    const found = ideas.filter(foundIdeaFilter(input))
    const failed =
      unread.length === 0
        ? ''
        : ` ${pluralizeEnglish(unread.length, 'file')} could not be read: ${truncate(unread.join(', '), 300)}.`
    const head = `${pluralizeEnglish(found.length, 'idea')} found among ${formatNumber(ideas.length)}.${failed}`
    const advice = 'Name more of project, mentor, skill and title.'
    return [boundedAnswer(head, found.map(foundIdeaLine), { noun: 'idea', maxItems: maxFound, advice })]
  },
})

/** A test of everything that was asked for; what was not given fits all ideas. */
function foundIdeaFilter({
  project = '',
  mentor = '',
  skill = '',
  title = '',
}: z.infer<typeof findSchema>): (idea: WorkspaceIdea) => boolean {
  const wantedProject = project.trim() === '' ? null : projectKey(project)
  const wantedMentor = mentor.trim().replace(/^@/, '').toLowerCase()
  const isWantedSkill = skill.trim() === '' ? null : skillMatcher(skill.trim())
  const words = title
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return (idea) =>
    (wantedProject === null || projectKey(idea.project) === wantedProject) &&
    (wantedMentor === '' || idea.mentors.some((each) => isFoundMentor(each, wantedMentor))) &&
    (isWantedSkill === null || idea.skills.some((name) => isWantedSkill({ name }))) &&
    words.every((word) => (idea.title ?? '').toLowerCase().includes(word))
}

const isFoundMentor = ({ name, handle }: WorkspaceIdea['mentors'][number], wanted: string): boolean =>
  handle?.toLowerCase() === wanted || (name ?? '').toLowerCase().includes(wanted)

/** `ideas/2026.md:12 Sign images (Harbor); mentors: Ada Example (@ada); skills: Go` */
function foundIdeaLine({ path, line, title, project, mentors, skills }: WorkspaceIdea): string {
  const people = mentors
    .slice(0, 8)
    .map(({ name, handle }) => [name, handle && (name ? `(@${handle})` : `@${handle}`)].filter(Boolean).join(' '))
  const parts = [
    `${path}:${line} ${truncate(title ?? 'Untitled idea', 120)}${project === '' ? '' : ` (${truncate(project)})`}`,
    people.length > 0 ? `mentors: ${truncate(people.join(', '), 300)}` : '',
    skills.length > 0 ? `skills: ${truncate(skills.join(', '), 200)}` : '',
  ]
  return parts.filter((part) => part !== '').join('; ')
}
