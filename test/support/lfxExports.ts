/** An `lfx-export.json` of two programs, as the programme writes it; Ada's LF username is `adalf`. */
export const lfxExportText = `${JSON.stringify(
  {
    programs: [
      {
        cncf_project: 'Harbor',
        program_name_short: 'Copy what is signed',
        program_name_full: 'CNCF - Harbor: Copy what is signed (2026 Term 3)',
        description: '## Description\n\nSignatures travel along.\n\n## Expected outcomes\n\nThey do.',
        technologies: 'Go, Rust',
        skills: '',
        mentors: [
          { name: 'Ada Example', github_handle: '@ada', email: 'ada@example.org', lfid: 'adalf', role: 'primary' },
          { name: 'Cleo Example', github_handle: 'cleo', email: 'cleo@example.org', lfid: 'cleolf', role: 'co-mentor' },
        ],
        upstream_issue_url: 'https://github.com/goharbor/harbor/issues/1',
        lfx_url: 'https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001',
        term: '2026 Term 3 (Sep - Nov)',
      },
      {
        cncf_project: 'etcd',
        program_name_short: 'Keep the log short',
        description: 'Compact "it".',
        technologies: ['Go'],
        mentors: [],
        term: '2026 Term 3 (Sep - Nov)',
      },
    ],
  },
  null,
  2,
)}\n`
