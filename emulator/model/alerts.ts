import { type AlertType, alerts } from '../../contracts/alerts.ts'
import type { Effects } from '../effects.ts'

/**
 * The webhook account_alerts of one account.
 * @param about the portfolio or the number that it is about
 * @see sources account-alerts
 */
export function tellOfAlert(
  notify: Effects['notify'],
  waba: string,
  type: AlertType,
  about: { readonly id: string; readonly name?: string },
): void {
  const { entity, severity, status, says } = alerts[type]
  const value = {
    entity_type: entity,
    entity_id: about.id,
    alert_info: {
      alert_severity: severity,
      alert_status: status,
      alert_type: type,
      alert_description: says.replace('<business>', about.name ?? ''),
    },
  }
  notify({ waba, field: 'account_alerts', value })
}
