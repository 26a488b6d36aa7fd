/** A Graph version as it stands in a path. */
export type Version = `v${number}.0`

/**
 * The versions that Graph has had and the day of release (UTC).
 * @see sources graph-versions, graph-changelog; days up to v20.0 are general knowledge that no stored page confirms.
 */
export const versions = {
  'v13.0': '2022-02-08',
  'v14.0': '2022-05-25',
  'v15.0': '2022-09-15',
  'v16.0': '2023-02-02',
  'v17.0': '2023-05-23',
  'v18.0': '2023-09-12',
  'v19.0': '2024-01-23',
  'v20.0': '2024-05-21',
  'v21.0': '2024-10-02',
  'v22.0': '2025-01-21',
  'v23.0': '2025-05-29',
  'v24.0': '2025-10-08',
  'v25.0': '2026-02-18',
  'v26.0': '2026-07-29',
} as const satisfies Record<Version, string>

export type KnownVersion = keyof typeof versions

export function isVersion(segment: string): segment is KnownVersion {
  return Object.hasOwn(versions, segment)
}

/** The major number, for comparing: `v24.0` -> 24. */
export function major(version: Version): number {
  return Number.parseInt(version.slice(1), 10)
}

/** Whether a version lies between the first and the last that have something. */
export function isIn(range: { readonly since?: Version; readonly until?: Version }, version: Version): boolean {
  const at = major(version)
  return at >= major(range.since ?? 'v0.0') && at <= major(range.until ?? 'v999.0')
}
