/** The non-empty parts, with dots between them: `Harbor · GSoC 2026`. */
export const dotSeparated = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ')
