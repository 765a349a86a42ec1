/** The control room: one glance tells whether anything is wrong, the rest says what, and what is to be done. */
import { BrokerPanel } from './broker-panel.tsx';
import { EventLog } from './event-log.tsx';
import { HeldFactsPanel, RefusedFactsPanel } from './fact-panels.tsx';
import { GlanceBar } from './glance-bar.tsx';
import { IncidentList } from './incident-list.tsx';
import type { OperationsState } from './operations-state.ts';
import { EdgePanel, EnginePanel } from './part-panels.tsx';
import { SourcePanel } from './source-panel.tsx';
import { UnitPanel } from './unit-panel.tsx';

export function OperationsPage({ state }: { state: OperationsState }) {
  const situation = state.situation.value;
  const isLive = state.feed.value === 'LIVE';
  return (
    <>
      <a class="skip" href="#incidents">
        {state.said.skip}
      </a>
      <GlanceBar state={state} />
      <main class="room" data-live={isLive}>
        {situation === null ? null : (
          <>
            <IncidentList state={state} situation={situation} />
            <HeldFactsPanel state={state} situation={situation} />
            <SourcePanel state={state} situation={situation} />
            <UnitPanel state={state} situation={situation} />
            <EnginePanel state={state} situation={situation} />
            <EdgePanel state={state} situation={situation} />
            <BrokerPanel state={state} situation={situation} />
            <EventLog state={state} situation={situation} />
            <RefusedFactsPanel state={state} situation={situation} />
          </>
        )}
      </main>
    </>
  );
}
