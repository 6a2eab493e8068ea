// Word lists by which lists of any organization are read (`docs/spec.md#learned-lists`). Data only.

/** What a label is for. */
export type LabelRole = 'mentor' | 'person' | 'size' | 'difficulty' | 'skills' | 'outcome' | 'description' | 'issue'

/** A word is matched whole, in lower case. Words of other scripts are matched anywhere. */
export type RoleWords = readonly string[]

/** In the order in which they are tried: the first role with a word in the label is the label's. */
export const labelRoleWords: readonly (readonly [LabelRole, RoleWords])[] = [
  [
    'mentor',
    [
      'mentor',
      'mentors',
      'mentored',
      'supervised',
      'mentorship',
      'co-mentor',
      'co-mentors',
      'comentor',
      'comentors',
      'supervisor',
      'supervisors',
    ]
      .concat(['mentoren', 'mentorin', 'mentorinnen', 'mentores', 'mentora', 'mentoras'])
      .concat(['advisor', 'advisors', 'adviser', 'advisers', 'betreuer', 'betreuerin', 'betreuung', 'encadrant', 'encadrants'])
      .concat(['tuteur', 'tuteurs', 'orientador', 'orientadores', 'tutor', 'tutores', 'наставник', 'наставники', 'ментор'])
      .concat(['менторы', '导师', '指导老师', '導師', 'メンター', '멘토']),
  ],
  [
    'person',
    ['mentee', 'mentees', 'contributor', 'contributors', 'student', 'students', 'author', 'authors', 'intern', 'interns'],
  ],
  [
    'size',
    ['size', 'length', 'duration', 'effort', 'hour', 'hours', 'time', 'scope', 'workload', 'weeks', 'umfang', 'dauer'].concat([
      'durée',
      'duración',
      'duração',
      'tamaño',
      '工作量',
      '时长',
      '期間',
    ]),
  ],
  [
    'difficulty',
    ['difficulty', 'difficulties', 'complexity', 'intensity', 'rating', 'level', 'schwierigkeit', 'schwierigkeitsgrad'].concat([
      'niveau',
      'difficulté',
      'dificuldade',
      'dificultad',
      'сложность',
      '难度',
      '難易度',
    ]),
  ],
  [
    'skills',
    ['skill', 'skills', 'skillset', 'requirement', 'requirements', 'prerequisite', 'prerequisites', 'pre-requisite']
      .concat(['pre-requisites', 'knowledge', 'technology', 'technologies', 'language', 'languages', 'involves', 'involved'])
      .concat(['experience', 'stack', 'software', 'needed', 'recommended', 'qualification', 'qualifications', 'vorwissen'])
      .concat(['kenntnisse', 'compétences', 'conocimientos', 'навыки', '技术要求', '技能', 'スキル']),
  ],
  [
    'outcome',
    [
      'outcome',
      'outcomes',
      'result',
      'results',
      'deliverable',
      'deliverables',
      'goal',
      'goals',
      'aim',
      'aims',
      'objective',
    ].concat(['objectives', 'milestone', 'milestones', 'ergebnis', 'ergebnisse', 'résultats', 'resultados', '产出', '成果']),
  ],
  [
    'description',
    [
      'description',
      'descriptions',
      'desc',
      'abstract',
      'overview',
      'summary',
      'idea',
      'details',
      'explanation',
      'context',
      'background',
    ].concat(['motivation', 'beschreibung', 'descripción', 'descrição', 'описание', '描述', '项目描述', '概要']),
  ],
  ['issue', ['issue', 'issues', 'upstream', 'tracking']],
]

/** Words that keep a label with a mentor word from being one of mentors: `Contact our mentors`, `List of mentors`. */
export const notOfMentors: readonly string[] = [
  'contact',
  'contacting',
  'list',
  'for',
  'become',
  'becoming',
  'guide',
  'our',
  'tips',
]

/** Words before a label's own word that do not change what it names: `Possible mentors`, `Expected size`. */
export const labelPrefixes: readonly string[] = [
  ...['possible', 'potential', 'proposed', 'suggested', 'expected', 'estimated', 'recommended', 'desired', 'desirable'],
  ...['required', 'needed', 'project', 'likely'],
]

/** Entries that name no one. */
export const noPersonWords: readonly string[] = [
  'tbd',
  'tba',
  'none',
  'n/a',
  'na',
  'open',
  'wanted',
  'you',
  'any',
  'etc',
  'others',
  'vacant',
  'unassigned',
  'phd',
  'todo',
  'tbc',
  '-',
  '?',
]

/** Words for several people, for anyone, or for where they work: an entry with one of them names no one. */
export const groupWords: readonly string[] = [
  ...[
    'team',
    'teams',
    'community',
    'maintainers',
    'developers',
    'devs',
    'committers',
    'members',
    'staff',
    'mailing',
    'folks',
    'friends',
  ],
  ...['anyone', 'anybody', 'someone', 'somebody', 'everyone', 'volunteers', 'channel', 'forum'],
  ...['university', 'institute', 'foundation', 'laboratory', 'department', 'inc', 'gmbh', 'ltd', 'llc', 'corporation'],
]

/** Beginnings of entries that name no one. */
export const noPersonPhrases: readonly string[] = [
  ...['to be decided', 'to be announced', 'to be determined', 'to be confirmed', 'to be assigned', 'to be defined', 'not yet'],
  ...['not assigned', 'looking for', 'talk to', 'ask ', 'contact us', 'reach out', 'mentor needed', 'mentors needed'],
  ...['mentor wanted', 'mentors wanted', 'add yourself', 'any ', 'almost any', 'previous '],
]

/** Words that are part of a mentors field but no names. */
export const entryRoles: readonly string[] = [
  'primary',
  'secondary',
  'backup',
  'backups',
  'lead',
  'leads',
  'mentor',
  'mentors',
  'co-mentor',
  'co-mentors',
  'comentor',
  'comentors',
  'main',
  'coding',
  'assisting',
  'adjunct',
  'contact person',
  'admin',
  'also',
  'and',
  'or',
  'with',
  'names',
  'name',
  'email',
  'e-mail',
  'mail',
  'github',
]

/** Links whose text names a place and not a person. */
export const chatWords: readonly string[] = [
  'zulip',
  'slack',
  'discord',
  'linkedin',
  'website',
  'homepage',
  'matrix',
  'twitter',
  'x',
  'chat',
  'blog',
  'irc',
  'telegram',
]

/** A short title with one of these explains something; it is an idea only if two facets are under it. */
export const guideWords: readonly string[] = [
  ...[
    'how',
    'apply',
    'applying',
    'application',
    'timeline',
    'guide',
    'guidelines',
    'about',
    'faq',
    'contact',
    'contacting',
    'tips',
  ],
  ...['rules', 'policy', 'note', 'template', 'example', 'introduction', 'criteria', 'what', 'who', 'why', 'resources'],
]

/** Labels and headings of an applicant's or a contributor's own text. */
export const applicantLabels: readonly string[] = [
  ...['name', 'full name', 'university', 'college', 'institution', 'time zone', 'timezone', 'about me', 'personal information'],
  ...['personal info', 'personal details', 'education', 'major', 'degree', 'resume', 'cv', 'bio', 'why me', 'availability'],
  ...[
    'student name',
    'student information',
    'contributor name',
    'github username',
    'github profile',
    'github handle',
    'author',
    'authors',
  ],
]

/** Headings of a program's introduction, which may name who mentored it. */
export const readmeHeadings: readonly string[] = [
  ...['installation', 'install', 'installing', 'usage', 'license', 'licence', 'how to run', 'how to use', 'project structure'],
  ...['acknowledgements', 'acknowledgments', 'acknowledgement', 'citation', 'screenshots', 'running tests'],
]

/** Column heads of a table with an idea in each row. */
export const titleColumns: readonly string[] = [
  'idea',
  'ideas',
  'project',
  'projects',
  'mentorship',
  'title',
  'topic',
  'task',
  '项目',
  '题目',
]

/** Words of a column that has nothing but titles of ideas, also in a table of one row. */
export const ideaColumns: readonly string[] = ['idea', 'ideas', 'title', '题目']

/** Words of a heading that several ideas are below: `Projects`. */
export const wordsOfSeveral: readonly string[] = ['ideas', 'projects', 'topics', 'tasks', 'proposals', 'mentorships']

/** Column heads of tables of results. */
export const resultColumns: readonly string[] = [
  ...[
    'fellow',
    'fellows',
    'intern',
    'interns',
    'participant',
    'participants',
    'report',
    'leader',
    'leaders',
    'member',
    'members',
  ],
]

/** Front matter keys whose value is a list's or an idea's title. */
export const titleKeys: readonly string[] = ['title', 'name']
