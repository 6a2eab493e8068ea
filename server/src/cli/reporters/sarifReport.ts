import type { CheckReport, ReportedFix, ReportedPlace } from '../../report/schema.ts'
import { renderRulePage } from '../../rules/docs/rulePage.ts'
import type { Rule, Severity } from '../../rules/rule.ts'
import type { Sarif, SarifFix, SarifLevel, SarifLocation, SarifRun } from './sarifSchema.ts'

const sarifLevels: Readonly<Record<Severity, SarifLevel>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
}

export interface SarifOptions {
  /** All rules that were checked. */
  readonly rules: readonly Rule[]
  readonly version: string
  /** A reported path as one from the repository's root, from which code scanning services resolve paths. */
  readonly pathInRepository: (path: string) => string
}

/** The findings as SARIF 2.1.0 for code scanning services. */
export function sarifReport({ files, errors }: CheckReport, { rules, version, pathInRepository }: SarifOptions): Sarif {
  const index = new Map(rules.map(({ code }, at) => [code, at]))
  const run: SarifRun = {
    tool: { driver: { name: 'Idea Files', version, rules: rules.map(sarifRule) } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: errors.length === 0,
        toolExecutionNotifications: errors.map(({ path, message }) => ({
          level: 'error',
          message: { text: message },
          locations: [sarifLocation(pathInRepository(path))],
        })),
      },
    ],
    results: files.flatMap(({ path, findings }) =>
      findings.map((finding) => ({
        ruleId: finding.code,
        ruleIndex: index.get(finding.code) ?? 0,
        level: sarifLevels[finding.severity],
        message: { text: finding.message },
        locations: [sarifLocation(pathInRepository(path), finding)],
        ...(finding.related && {
          relatedLocations: finding.related.map((place) => ({
            ...sarifLocation(pathInRepository(place.path), place),
            message: { text: place.message },
          })),
        }),
        ...(finding.fixes && { fixes: finding.fixes.map((fix) => sarifFix(fix, pathInRepository(path))) }),
      })),
    ),
  }
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
}

const sarifFix = ({ title, edits }: ReportedFix, path: string): SarifFix => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: { uri: sarifUriReference(path) },
      replacements: edits.map(({ line, column, endLine, endColumn, newText }) => ({
        deletedRegion: { startLine: line, startColumn: column, endLine, endColumn },
        insertedContent: { text: newText },
      })),
    },
  ],
})

const sarifRule = (rule: Rule): SarifRun['tool']['driver']['rules'][number] => ({
  id: rule.code,
  shortDescription: { text: rule.summary },
  fullDescription: { text: rule.why },
  help: { text: `${rule.summary} ${rule.why}`, markdown: renderRulePage(rule) },
  defaultConfiguration: { level: sarifLevels[rule.severity] },
})

function sarifLocation(path: string, finding?: Omit<ReportedPlace, 'path' | 'message'>): SarifLocation {
  const artifactLocation = { uri: sarifUriReference(path) }
  if (!finding) return { physicalLocation: { artifactLocation } }
  const { line, column, endLine, endColumn } = finding
  return {
    physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column, endLine, endColumn } },
  }
}

/** A path as a URI reference: `/a b.md` → `file:///a%20b.md`; a relative path stays relative. */
function sarifUriReference(path: string): string {
  // half a surrogate pair in a file's name cannot be encoded
  const plain = path.replace(/\p{Cs}/gu, '\ufffd')
  const written = plain.split('/').map(encodeURIComponent).join('/')
  if (plain.startsWith('/')) return `file://${written}`
  return /^[a-z]:\//i.test(plain) ? `file:///${plain.slice(0, 2)}${written.slice(written.indexOf('/'))}` : written
}
