/** Words in headings that say what a section is (`docs/spec.md#scope`). */

/** Parts of a page of instructions; `project timeline`, `submission process` … are made of two of these words. */
const instructionQualifiers = ['application', 'project', 'proposal', 'submission']
const qualifiedInstructions = ['timeline', 'instructions?', 'guidelines?', 'deadlines?', 'process']

const instructionTitles = [
  `(?:(?:${instructionQualifiers.join('|')}) )?(?:${qualifiedInstructions.join('|')})`,
  'template',
  'table of contents?',
  'contents?',
  'toc',
  'students?',
  'mentees?',
  'mentors?',
  'contact',
  'communication',
  'resources',
  'faq',
  'notes?',
  'overview',
  'introduction',
  'about',
  'how to .*',
  'previous years?',
  'accepted projects?',
  '(?:proposed )?(?:project )?ideas?',
]

const instructions = new RegExp(`^(?:${instructionTitles.join('|')})$`, 'i')
const listTitle = /\b(?:ideas?|gsoc|summer of code|lfx|mentorships?)\b/i
const exampleTitle = /\b(?:template|instructions?|guidelines?|process|how to)\b/i

/** A heading with more words names an idea rather than a project. */
export const maxProjectNameWords = 4

/** A title of instructions and the like, or of the whole list: `Application process`, `Mentors`, `Project ideas`. */
export const isInstructionTitle = (heading: string): boolean => instructions.test(heading)

/** An instruction title that does not announce ideas: `Timeline` and `How to propose ideas`, not `Proposed ideas`. */
export const isExplanationTitle = (heading: string): boolean =>
  instructions.test(heading) && (/^how /i.test(heading) || !/ideas?$/i.test(heading))

/** A title of a whole list rather than of a project: `GSoC 2025 ideas`. A known project is none, whatever its name contains. */
export const isListTitle = (heading: string, knowsProject: (name: string) => boolean): boolean =>
  instructions.test(heading) || (listTitle.test(heading) && !knowsProject(heading))

/** A title below which a completed form may be an example: `How to apply`, `Guidelines`. */
export const announcesExampleTitle = (heading: string): boolean => exampleTitle.test(heading)

/** `Sample:` above a completed form, which names a project of its own. */
export const isSampleTitle = (heading: string): boolean => /^(?:samples?|examples?)[ \t]*[:：]?$/i.test(heading)
