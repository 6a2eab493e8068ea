import type { CheckReport, ReportedPlace } from '../../report/schema.ts'
import { renderRulePage } from '../../rules/docs/rulePage.ts'
import type { Rule, Severity } from '../../rules/rule.ts'
import type { Sarif, SarifLevel, SarifLocation, SarifRun } from './sarifSchema.ts'

const levels: Readonly<Record<Severity, SarifLevel>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' }

/** The findings as SARIF 2.1.0, which code scanning services read, with all of these rules. */
export function sarifReport({ files, errors }: CheckReport, rules: readonly Rule[], version: string): Sarif {
  const index = new Map(rules.map(({ code }, at) => [code, at]))
  const run: SarifRun = {
    tool: { driver: { name: 'Idea Files', version, rules: rules.map(ruleOf) } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: errors.length === 0,
        toolExecutionNotifications: errors.map(({ path, message }) => ({
          level: 'error',
          message: { text: message },
          locations: [locationOf(path)],
        })),
      },
    ],
    results: files.flatMap(({ path, findings }) =>
      findings.map((finding) => ({
        ruleId: finding.code,
        ruleIndex: index.get(finding.code) ?? 0,
        level: levels[finding.severity],
        message: { text: finding.message },
        locations: [locationOf(path, finding)],
        ...(finding.related && {
          relatedLocations: finding.related.map((place) => ({
            ...locationOf(place.path, place),
            message: { text: place.message },
          })),
        }),
      })),
    ),
  }
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
}

const ruleOf = (rule: Rule): SarifRun['tool']['driver']['rules'][number] => ({
  id: rule.code,
  shortDescription: { text: rule.summary },
  fullDescription: { text: rule.why },
  help: { text: `${rule.summary} ${rule.why}`, markdown: renderRulePage(rule) },
  defaultConfiguration: { level: levels[rule.severity] },
})

function locationOf(path: string, finding?: Omit<ReportedPlace, 'path' | 'message'>): SarifLocation {
  const artifactLocation = { uri: uriOf(path) }
  if (!finding) return { physicalLocation: { artifactLocation } }
  const { line, column, endLine, endColumn } = finding
  return {
    physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column, endLine, endColumn } },
  }
}

/** A path as a URI reference: a full one as a file's, any other counts from the folder that the command runs in. */
function uriOf(path: string): string {
  // half a surrogate pair, as a file's name can have, cannot be encoded
  const plain = path.replace(/^(?:\.\/)+/, '').replace(/\p{Cs}/gu, '\ufffd')
  const written = plain.split('/').map(encodeURIComponent).join('/')
  if (plain.startsWith('/')) return `file://${written}`
  return /^[a-z]:\//i.test(plain) ? `file:///${plain.slice(0, 2)}${written.slice(written.indexOf('/'))}` : written
}
