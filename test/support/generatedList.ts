import GithubSlugger from 'github-slugger'
import {
  FAMILY,
  GIVEN,
  HEAD,
  INVENTED,
  OUTCOMES,
  PARTS,
  PLACES,
  PROJECTS,
  QUALITIES,
  SENTENCES,
  SETTINGS,
  SIZES,
  SKILLS,
  TROUBLES,
  VERBS,
  WISHES,
} from './generatedListWords.ts'

export interface ListOptions {
  /** The list is about this long, in UTF-8 bytes. */
  readonly bytes: number
  readonly seed: number
  /** Some of the ideas carry one slip each; no rule finds more than this many in the whole list. */
  readonly findingsAtMost: number
  /** How many words a description has, at least and at most; 60 and 400 where nothing is said. */
  readonly words?: readonly [number, number]
}

type Random = () => number
type Slip = (typeof SLIPS)[number]
interface Person {
  readonly name: string
  readonly handle: string
  readonly email: string
}
interface Heading {
  readonly text: string
  readonly level: 4 | 5
  readonly slip: Slip | null
}
interface Idea {
  readonly title: string
  readonly body: string
  readonly slip: Slip | null
}
interface Project {
  readonly name: string
  readonly mentors: readonly Person[]
  readonly ideas: Idea[]
}

const SLIPS = [
  'missing-field',
  'empty-field',
  'invalid-size',
  'mentor-handle',
  'mentor-email',
  'mentor-count',
  'mentor-primary',
  'upstream-url',
  'toc-broken-link',
  'toc-entry-missing',
] as const

const random = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
const pick = <T>(from: readonly T[], next: Random): T => from[Math.floor(next() * from.length)]!
const bytesOf = (text: string): number => new TextEncoder().encode(text).length

const shuffled = <T>(items: readonly T[], next: Random): T[] => {
  const left = [...items]
  return items.map(() => left.splice(Math.floor(next() * left.length), 1)[0]!)
}

const fill = (pattern: string, next: Random): string => {
  const draw = (slot: string): string => {
    if (slot === 'number') return String(12 + Math.floor(next() * 480))
    const from = {
      part: PARTS,
      part2: PARTS,
      place: PLACES,
      trouble: TROUBLES,
      wish: WISHES,
      quality: QUALITIES,
      setting: SETTINGS,
    }
    return pick(from[slot as keyof typeof from], next)
  }
  return pattern
    .replace(/\{(\w+)\}/g, (_, slot: string) => draw(slot))
    .replace(/\ba (?=[aeiou])/gi, (article) => `${article[0]}n `)
}

/** Everybody who may be a mentor: no two share a name, a handle or an address. */
const people = (next: Random): Person[] => {
  const plain = (name: string): string =>
    name
      .normalize('NFD')
      .replace(/[^a-zA-Z]/g, '')
      .toLowerCase()
  const all = GIVEN.flatMap((given) => FAMILY.map((family) => ({ given, family })))
  return shuffled(all, next).map(({ given, family }) => ({
    name: `${given} ${family}`,
    handle: `${plain(given)}-${plain(family)}`,
    email: `${plain(given)}.${plain(family)}@${next() < 0.5 ? 'example.org' : 'example.com'}`,
  }))
}

const mentorLine = (person: Person, index: number, slip: Slip | null): string => {
  const handle = slip === 'mentor-handle' && index === 1 ? `@${person.handle.replace('-', '.')}` : `@${person.handle}`
  const email = slip === 'mentor-email' && index === 1 ? person.email.replace('@', ' AT ').replaceAll('.', ' DOT ') : person.email
  return `  - ${person.name} (${handle}, ${email})${index === 0 && slip !== 'mentor-primary' ? ' - primary' : ''}`
}

/** Most of them short; sometimes the rest is in a second paragraph. */
const description = ([least, most]: readonly [number, number], next: Random): string => {
  const wanted = least + (most - least) * next() ** 4
  const sentences: string[] = []
  const length = (): number => sentences.join(' ').split(' ').length
  let patterns: string[] = []
  while (length() < wanted) {
    if (patterns.length === 0) patterns = shuffled(SENTENCES, next)
    sentences.push(fill(patterns.pop()!, next))
  }
  const cut = length() > 160 && next() < 0.6 ? Math.ceil(sentences.length / 2) : sentences.length
  const rest = sentences.slice(cut).join(' ')
  return sentences.slice(0, cut).join(' ') + (rest === '' ? '' : `\n\n  ${rest}`)
}

const ideaBody = (
  project: string,
  mentors: readonly Person[],
  number: number,
  slip: Slip | null,
  words: readonly [number, number],
  next: Random,
): string => {
  const slug = new GithubSlugger().slug(project)
  const outcomes = Array.from({ length: 2 + Math.floor(next() * 3) }, () => `  - ${fill(pick(OUTCOMES, next), next)}`)
  const skills = shuffled(SKILLS, next).slice(0, 2 + Math.floor(next() * 3))
  const named = mentors.slice(0, slip === 'mentor-count' ? 1 : mentors.length)
  const url = slip === 'upstream-url' ? 'TBD' : `https://github.com/example-${slug}/${slug}/issues/${number}`
  const size = pick(SIZES, next)
  const fields = [
    `- Description: ${description(words, next)}`,
    ['- Expected Outcome:', ...(slip === 'empty-field' ? [] : outcomes)].join('\n'),
    `- Recommended Skills: ${skills.join(', ')}`,
    `- Expected project size: ${slip === 'invalid-size' ? '175 hrs' : size}`,
    ['- Mentor(s):', ...named.map((person, index) => mentorLine(person, index, slip))].join('\n'),
    `- Upstream Issue (URL): ${url}`,
  ]
  return fields.filter((_, index) => slip !== 'missing-field' || index !== 2).join('\n')
}

const toc = (headings: readonly Heading[]): string => {
  const slugger = new GithubSlugger()
  for (const above of ['Project Ideas', 'Template', 'Ideas']) slugger.slug(above)
  const lines = headings.map(({ text, level, slip }) => {
    const anchor = slugger.slug(text)
    const indent = level === 4 ? '' : '  '
    return {
      text: `${indent}* [${text}](#${slip === 'toc-broken-link' ? `the-${anchor}` : anchor})`,
      left: slip !== 'toc-entry-missing',
    }
  })
  const shown = lines.filter(({ left }) => left).map(({ text }) => text)
  return ['<!-- TOC -->', ...shown, '<!-- TOC -->'].join('\n')
}

const write = (projects: readonly Project[]): string => {
  const headings = projects.flatMap(({ name, ideas }): Heading[] => [
    { text: name, level: 4, slip: null },
    ...ideas.map(({ title, slip }): Heading => ({ text: title, level: 5, slip })),
  ])
  const texts = projects.map(
    ({ name, ideas }) => `#### ${name}\n\n${ideas.map(({ title, body }) => `##### ${title}\n\n${body}\n`).join('\n')}`,
  )
  return `${HEAD}\n${toc(headings)}\n\n${texts.join('\n')}`
}

/** A list for Google Summer of Code that reads like the real ones. The same options give the same text. */
export function makeList({ bytes, seed, findingsAtMost, words = [60, 400] }: ListOptions): string {
  const next = random(seed)
  const wanted = Math.max(1, Math.round(bytes / 1500))
  // A name that no catalog has is itself a finding, so that a list without findings has none of them.
  const invented = Math.min(INVENTED.length, Math.floor(findingsAtMost / 10), Math.ceil(wanted / 12))
  const slips = Math.min(findingsAtMost - invented, wanted)
  const named = [...shuffled(INVENTED, next).slice(0, invented), ...shuffled(PROJECTS, next)]
  const crowd = people(next)
  const titles = new Set<string>()
  const projects: Project[] = []
  let length = bytesOf(write([]))
  for (let count = 0; length < bytes - 700; count++) {
    const name = projects.length < wanted * 0.7 ? named[projects.length] : undefined
    const opens = name !== undefined && (projects.length === 0 || next() < 0.72)
    const mentors = Array.from(
      { length: 2 + Math.floor(next() * 2) },
      (_, index) => crowd[(projects.length * 3 + index) % crowd.length]!,
    )
    const project = opens ? { name, mentors, ideas: [] } : pick(projects, next)
    if (opens) projects.push(project)
    let title = fill('{verb} the {quality} {part} {place}'.replace('{verb}', pick(VERBS, next)), next)
    while (titles.has(title)) title = `${title}, continued`
    titles.add(title)
    // Slips are spread evenly over the ideas, each kind as often as the others.
    const slipped = Math.floor(((count + 1) * slips) / wanted) > Math.floor((count * slips) / wanted) && count < wanted
    const slip = slipped ? SLIPS[Math.floor((count * slips) / wanted) % SLIPS.length]! : null
    // A person with an impossible handle mentors nothing else, or one slip would be two findings.
    const team = slip === 'mentor-handle' ? [project.mentors[0]!, crowd.pop()!] : project.mentors
    const body = ideaBody(project.name, team, count + 1, slip, words, next)
    project.ideas.push({ title, body, slip })
    // Every name occurs three times: as heading, as entry and as anchor.
    length += bytesOf(body) + 3 * title.length + 19 + (opens ? 3 * name.length + 15 : 0)
  }
  return write(projects.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)))
}
