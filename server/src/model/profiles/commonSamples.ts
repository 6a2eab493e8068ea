/** Names of the made-up mentors in the programmes' own templates, for files without a template, and in our own snippets. */
export const commonSampleNames: readonly string[] = ['Jane Doe', 'John Doe', 'Mentor Name', 'Your Name', 'Name']

/** Their handles, without `@`. */
export const commonSampleHandles: readonly string[] = [
  'jane-github',
  'john-github',
  'mentor_github',
  'mentor-github',
  'jane-doe',
  'john-doe',
  'handle',
]

/** The entry that New Mentor and the snippets insert; it is read as no person. */
export const ownMentorPlaceholder = 'Name (@handle, email)'

/** Titles of ideas that our snippets and fixes insert. */
export const ownTitlePlaceholders: readonly string[] = ['Idea title', 'Title of the idea']
