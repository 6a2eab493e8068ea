import { knowsProject, type OwnNames, ownNames } from '../catalog/projects.ts'
import { type Labels, labelsWith } from '../model/labels.ts'
import { profileById } from '../model/profiles.ts'
import type { Profile } from '../model/types.ts'
import { type Matcher, readGlob } from './glob.ts'
import type { Levels } from './levels.ts'
import type { ProjectConfig } from './projectFile.ts'
import type { Settings } from './settings.ts'

/** A project file that holds for some lists: what it says, and the folder that its globs count from. */
export interface ProjectFile {
  /** A full path with forward slashes. */
  readonly path: string
  readonly config: ProjectConfig
}

/** What holds for one list. Made of the same settings, project file and profile it is the same object, and so are its parts: caches go by that. */
export interface Effective {
  readonly severities: Levels
  /** Null where the configuration names none for this list. */
  readonly profile: Profile | null
  readonly knowsProject: (name: string) => boolean
  /** Names of projects beside those of the catalogue. */
  readonly projects: readonly string[]
  readonly ownProjects: OwnNames
  /** Undefined where the configuration has no labels of its own. */
  readonly labels: Labels | undefined
}

/** What holds for all lists under one configuration. */
interface Shared {
  readonly parts: Omit<Effective, 'profile'>
  readonly profiles: readonly { readonly fits: Matcher; readonly profile: Profile }[]
  readonly byProfile: Map<Profile | null, Effective>
}

/** Tells what holds for the list at `path` (full, forward slashes). Where both name a rule the project file comes first, so that editor and CI agree. */
export type EffectiveFor = (settings: Settings, file: ProjectFile | null, path: string) => Effective

/** Keeps what it made for as long as settings and project file are the same objects. */
export function createEffective(): EffectiveFor {
  const bySettings = new WeakMap<Settings, WeakMap<ProjectFile | Settings, Shared>>()
  return (settings, file, path) => {
    const known = bySettings.get(settings) ?? new WeakMap<ProjectFile | Settings, Shared>()
    bySettings.set(settings, known)
    // without a project file the settings stand in its place
    const shared = known.get(file ?? settings) ?? sharedBy(settings, file)
    known.set(file ?? settings, shared)
    const profile = file === null ? null : profileFor(shared, file, path)
    const effective = shared.byProfile.get(profile) ?? { ...shared.parts, profile }
    shared.byProfile.set(profile, effective)
    return effective
  }
}

function sharedBy(settings: Settings, file: ProjectFile | null): Shared {
  const config = file?.config
  const { projects = [], labels = {} } = config ?? {}
  const ownProjects = ownNames(projects)
  return {
    parts: {
      severities: config ? { ...settings.rules, ...config.rules } : settings.rules,
      knowsProject: ownProjects.size === 0 ? knowsProject : (name) => knowsProject(name, ownProjects),
      projects,
      ownProjects,
      labels: Object.keys(labels).length === 0 ? undefined : labelsWith(labels),
    },
    profiles: (config?.profiles ?? []).flatMap(({ files, profile }) => {
      const [fits, known] = [readGlob(files), profileById(profile)]
      return fits && known ? [{ fits, profile: known }] : []
    }),
    byProfile: new Map(),
  }
}

function profileFor({ profiles }: Shared, file: ProjectFile, path: string): Profile | null {
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1)
  if (!path.startsWith(folder)) return null
  const inside = path.slice(folder.length)
  return profiles.find(({ fits }) => fits(inside))?.profile ?? null
}
