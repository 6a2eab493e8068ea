import type { ReadConfig } from '../config/readConfig.ts'
import type { SeveritySettings } from '../config/severities.ts'
import { type ConfigurationRule, defineConfigurationRule, type Finding } from './rule.ts'

/** Rule `invalid-configuration`. Invalid keys were already dropped when the file was read. */
export const invalidConfiguration: ConfigurationRule = defineConfigurationRule({
  code: 'invalid-configuration',
  severity: 'warning',
  fix: 'none',
  summary: 'The file .idea-files.json contains an unknown key or an invalid value.',
  why: 'Invalid entries are ignored and the defaults apply, so a rule you meant to turn off stays on.',
  examples: [
    {
      path: '.idea-files.json',
      bad: `
{
  "rules": {
    "mentor-counts": "off",
    ^^^^^^^^^^^^^^^
    "mentor-email": "warn"
                    ^^^^^^
  },
  "profiles": [{ "files": "programs/summerofcode/*.md", "profile": "gsoc" }]
}
`,
    },
    {
      path: '.idea-files.json',
      good: `
{
  // a single mentor is fine here
  "rules": {
    "mentor-count": "off",
    "mentor-email": "warning"
  },
  "profiles": [{ "files": "programs/summerofcode/*.md", "profile": "gsoc" }],
  "projects": ["Harbor Satellite"],
  "labels": { "recommendedSkills": ["What you should know"] }
}
`,
    },
  ],
  check: ({ problems }) => problems,
})

/** The findings of a project file, in text order. */
export function lintProjectFile(read: ReadConfig, severities: SeveritySettings): readonly Finding[] {
  const { code, fix, check } = invalidConfiguration
  const severity = severities[code] ?? invalidConfiguration.severity
  return severity === 'off' ? [] : Array.from(check(read), (report) => ({ ...report, code, fix, severity }))
}
