import { lfxExportName } from '../protocol/relevantFiles.ts'
import type { ExportedFile, ExportReport } from '../report/schema.ts'

/** A report in which exports of LFX programs lack what a list, or an export before them, has: programs with the same LFX URL. */
export function withoutRepeatedPrograms({ files, ...report }: ExportReport): ExportReport {
  const known = new Set(files.filter((file) => !isExportOfPrograms(file)).flatMap(programLfxUrlsOf))
  const kept = files.map((file) => {
    if (!isExportOfPrograms(file)) return file
    const own = programLfxUrlsOf(file)
    const projects = file.projects.map((project) => ({
      ...project,
      ideas: project.ideas.filter(({ lfxUrl }) => lfxUrl === null || !known.has(programLfxKey(lfxUrl))),
    }))
    for (const url of own) known.add(url)
    return { ...file, projects: projects.filter(({ ideas }) => ideas.length > 0) }
  })
  return { ...report, files: kept }
}

const isExportOfPrograms = ({ path }: ExportedFile): boolean => path.split('/').at(-1) === lfxExportName

const programLfxUrlsOf = ({ projects }: ExportedFile): readonly string[] =>
  projects.flatMap(({ ideas }) => ideas.flatMap(({ lfxUrl }) => (lfxUrl === null ? [] : [programLfxKey(lfxUrl)])))

const programLfxKey = (url: string): string => url.replace(/[/?#]*$/, '').toLowerCase()
