/** The units of a discipline as `schedule`, each with its own state and that of its result. */
import type { Document } from '../../../model/document.ts';
import type { UnitState } from '../../../model/row.ts';
import { textXml, vendor, xml } from '../xml.ts';

export const scheduleOf = ({ rows }: Document, language: string): string =>
  xml(
    'schedule',
    {},
    xml('schedule-metadata', {}),
    ...rows.map(({ key, scheduled, state }) =>
      xml(
        'sports-event',
        {},
        xml(
          'event-metadata',
          {
            key: vendor(key),
            'start-date-time': scheduled!.actualStart ?? scheduled!.start,
            'event-status': `speventstatus:${stageOf(state!)}`,
            'event-status-note': state!.resultStatus ?? state!.status,
          },
          xml('sports-property', { 'formal-name': 'schedule-status', value: state!.status }),
          textXml('name', {}, scheduled!.names?.[language] ?? scheduled!.name),
        ),
      ),
    ),
  );

/** What IPTC tells apart; a unit that is cancelled, postponed or interrupted says so in `schedule-status`. */
function stageOf({ status }: UnitState): 'pre-event' | 'mid-event' | 'post-event' {
  if (status === 'FINISHED') return 'post-event';
  return status === 'RUNNING' || status === 'SCHEDULED_BREAK' || status === 'INTERRUPTED'
    ? 'mid-event'
    : 'pre-event';
}
