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
