import { knowsOwnProject, knowsProject, type OwnNames, ownProjectNames } from '../catalog/knownProjects.ts'
import { labelsWith } from '../model/labels/aliases.ts'
import { profileById } from '../model/profiles/profiles.ts'
import type { Labels, Profile, ReadOptions } from '../model/types.ts'
import { type CustomProgramme, customProgrammeLabels, profileOfProgramme } from './customProgrammes.ts'
import { type Matcher, readGlob } from './glob.ts'
import type { ProjectConfig } from './projectFileSchema.ts'
import type { Settings } from './settings.ts'
import type { SeveritySettings } from './severities.ts'

/** A project file that applies to some lists. Its globs count from its folder. */
export interface ProjectFile {
  /** A full path with forward slashes. */
  readonly path: string
  readonly config: ProjectConfig
}

/** The configuration of one list. The same settings, project file and profile give the same object with the same parts: caches compare by identity. */
export interface EffectiveConfiguration {
  readonly severities: SeveritySettings
  /** Null if the configuration names none for this list. */
  readonly profile: Profile | null
  /** Whether a programme of the project file claims this file as one of its lists. */
  readonly claimed: boolean
  /** The programmes that the project file defines. */
  readonly programmes: readonly ConfiguredProgramme[]
  readonly knowsProject: (name: string) => boolean
  /** Names of projects in addition to those of the catalog. */
  readonly projects: readonly string[]
  readonly ownProjects: OwnNames
  /** Undefined if the configuration adds no labels. */
  readonly labels: Labels | undefined
}

/** What a programme replaces in the configuration of its lists. */
type ProgrammeParts = Pick<EffectiveConfiguration, 'profile' | 'knowsProject' | 'labels'>

/** A programme of the project file, and the globs of its lists. */
export interface ConfiguredProgramme {
  readonly profile: Profile
  readonly files: readonly string[]
  readonly parts: ProgrammeParts
}

/** What all lists under one configuration have in common. */
interface SharedConfiguration {
  readonly parts: Omit<EffectiveConfiguration, 'profile' | 'claimed'>
  readonly claims: readonly { readonly fits: Matcher; readonly programme: ConfiguredProgramme }[]
  readonly profiles: readonly { readonly fits: Matcher; readonly profile: Profile }[]
  readonly byProfile: Map<Profile | null, EffectiveConfiguration>
}

/** The configuration of the list at `path` (full, forward slashes). The project file overrides the settings, so that editor and CI agree. */
export type EffectiveFor = (settings: Settings, file: ProjectFile | null, path: string) => EffectiveConfiguration

/** Its results are cached as long as settings and project file are the same objects. */
export function createEffectiveResolver(): EffectiveFor {
  const bySettings = new WeakMap<Settings, WeakMap<ProjectFile | Settings, SharedConfiguration>>()
  return (settings, file, path) => {
    const known = bySettings.get(settings) ?? new WeakMap<ProjectFile | Settings, SharedConfiguration>()
    bySettings.set(settings, known)
    // without a project file the settings are the key
    const shared = known.get(file ?? settings) ?? sharedConfiguration(settings, file)
    known.set(file ?? settings, shared)
    const inside = file === null ? null : effectiveGlobPath(file, path)
    const programme = inside === null ? undefined : shared.claims.find(({ fits }) => fits(inside))?.programme
    const profile = programme?.profile ?? (inside === null ? null : effectiveProfile(shared, inside))
    const claimed = programme !== undefined
    const effective = shared.byProfile.get(profile) ?? { ...shared.parts, profile, claimed, ...programme?.parts }
    shared.byProfile.set(profile, effective)
    return effective
  }
}

function sharedConfiguration(settings: Settings, file: ProjectFile | null): SharedConfiguration {
  const config = file?.config
  const { projects = [], labels = {} } = config ?? {}
  const ownProjects = ownProjectNames(projects)
  const own = Object.keys(labels).length === 0 ? undefined : labelsWith(labels)
  const programmes = Object.entries(config?.programmes ?? {}).map(([id, each]) => effectiveProgramme(id, each, ownProjects, own))
  return {
    parts: {
      severities: config ? { ...settings.rules, ...config.rules } : settings.rules,
      knowsProject: ownProjects.size === 0 ? knowsProject : (name) => knowsProject(name, ownProjects),
      projects,
      ownProjects,
      labels: own,
      programmes,
    },
    claims: programmes.flatMap((programme) =>
      programme.files.flatMap((files) => {
        const fits = readGlob(files)
        return fits ? [{ fits, programme }] : []
      }),
    ),
    profiles: (config?.profiles ?? []).flatMap(({ files, profile }) => {
      const [fits, known] = [readGlob(files), profileById(profile)]
      return fits && known ? [{ fits, profile: known }] : []
    }),
    byProfile: new Map(),
  }
}

function effectiveProgramme(
  id: string,
  own: CustomProgramme,
  ownProjects: OwnNames,
  labels: Labels | undefined,
): ConfiguredProgramme {
  const profile = profileOfProgramme(id, own)
  const known = profile.cncfProjects ? knowsProject : knowsOwnProject
  return {
    profile,
    files: own.files,
    parts: {
      profile,
      labels: labelsWith(customProgrammeLabels(profile), labels),
      knowsProject: (name) => known(name, ownProjects),
    },
  }
}

/** The path from the folder of a project file, as its globs count; null for a path outside that folder. */
function effectiveGlobPath(file: ProjectFile, path: string): string | null {
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1)
  return path.startsWith(folder) ? path.slice(folder.length) : null
}

const effectiveProfile = ({ profiles }: SharedConfiguration, inside: string): Profile | null =>
  profiles.find(({ fits }) => fits(inside))?.profile ?? null

/** The options for reading a file under its configuration. */
export const readOptions = (
  { profile, claimed, knowsProject, ownProjects, labels }: EffectiveConfiguration,
  path: string,
): ReadOptions => ({
  path,
  profile: profile ?? undefined,
  claimed,
  knowsProject,
  ownProjects,
  labels,
})

/** The same configuration under the profile with this id, no longer claimed by another programme; null if there is no such profile. */
export function withProfile(effective: EffectiveConfiguration, id: string): EffectiveConfiguration | null {
  if (effective.profile?.id === id) return effective
  const own = effective.programmes.find(({ profile }) => profile.id === id)
  if (own) return { ...effective, ...own.parts, claimed: false }
  const profile = profileById(id)
  return profile && { ...effective, profile, claimed: false }
}
