/** Where a list stands, and what it is read and checked by. Everything may be left out. */
export interface ReadOptions {
  /** The list's path: its folders can name the programme, as in `lfx-mentorship/2026/01-Mar-May/project_ideas.md`. */
  readonly path?: string
  /** The profile that is taken in place of the one that fits: `gsoc`, `gsoc-2022`, `gsoc-classic`, `lfx-proposal` or `lfx-accepted`, or a programme of `configuration`. */
  readonly profile?: string
  /** The text of an `.idea-files.json`. Its globs count from where `path` does; what is wrong in it is left out. */
  readonly configuration?: string
}

/** A Markdown file that was read. Only `readIdeaFile` makes one. */
export interface IdeaFile {
  readonly path: string
  readonly text: string
  /** False for a file that is not a list of ideas: nothing is found in it, and it has no model. */
  readonly ideaList: boolean
  /** The profile that the list is read by; null where it is none. */
  readonly profile: string | null
}

/** What a reviewer would ask for. Lines count from 1, columns from 1 in UTF-16 code units; the end is exclusive. */
export interface Finding {
  /** The rule's code, such as `missing-field`. */
  readonly code: string
  readonly severity: 'error' | 'warning' | 'information' | 'hint'
  readonly message: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** `safe` can be mended unasked, `review` only after a look. */
  readonly fix: 'safe' | 'review' | 'none'
}

export interface ExportedMentor {
  readonly name: string | null
  /** Without `@`. */
  readonly handle: string | null
  readonly email: string | null
  readonly primary: boolean
  readonly line: number
}

export interface ExportedField {
  readonly key:
    | 'description'
    | 'expectedOutcome'
    | 'recommendedSkills'
    | 'size'
    | 'mentors'
    | 'upstreamIssue'
    | 'lfxUrl'
    | 'technologies'
    | 'difficulty'
    | 'other'
  /** As it is written in the list. */
  readonly label: string
  readonly line: number
  /** The value as Markdown, without the indentation of its list item. */
  readonly text: string
}

export interface ExportedIdea {
  /** Null where fields stand under no heading. */
  readonly title: string | null
  readonly line: number
  /** The anchor of its heading in the rendered file, without `#`; null if it has no heading. */
  readonly anchor: string | null
  /** What is between the heading and the first field, as Markdown; empty if nothing is. */
  readonly text: string
  /** A size's word, else its hours; null where the list says none that the programme knows. */
  readonly size: string | null
  readonly fields: readonly ExportedField[]
  readonly mentors: readonly ExportedMentor[]
  /** URLs, each once, in their order. */
  readonly upstream: readonly string[]
  readonly lfxUrl: string | null
  readonly skills: readonly string[]
}

export interface ExportedProject {
  readonly name: string
  readonly line: number
  readonly ideas: readonly ExportedIdea[]
}

/** The model of a list. Lines count from 1; unknown is null. */
export interface ExportedFile {
  readonly path: string
  readonly profile: string
  /** `GSoC 2026`, `LFX 2026 01-Mar-May`; null if neither path nor configuration names a program. */
  readonly term: string | null
  /** From the file's path. */
  readonly year: number | null
  /** The level of the ideas' headings. */
  readonly ideaLevel: number
  readonly projects: readonly ExportedProject[]
}

/** Reads a Markdown file. Any text is read and none throws; a `profile` that does not exist is a `RangeError`. */
export declare function readIdeaFile(text: string, options?: ReadOptions): IdeaFile

/** What a reviewer would ask for in the file, in the order of the text: the findings of `idea-files check --format json`. */
export declare function check(file: IdeaFile): readonly Finding[]

/** The model of the file, as in `idea-files export --format json`; null where it is not a list of ideas. */
export declare function exportIdeas(file: IdeaFile): ExportedFile | null
