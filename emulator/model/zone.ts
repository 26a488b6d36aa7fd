/**
 * Time zones by the numbers that Graph has for them, as far as a page names both: the samples of template_analytics have
 * this one for an account of time zone 1. A world file may name the zone of an account with any other number.
 * @see sources waba-analytics
 */
const zones: Readonly<Record<string, string>> = { 1: 'America/Los_Angeles' }

/** The IANA name of a time zone by Graph's number; UTC where it is not known. */
export function zoneOf(timezoneId: string): string {
  return zones[timezoneId] ?? 'Etc/UTC'
}
