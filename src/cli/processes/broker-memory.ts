import type { Broker } from '../../broker/broker.ts';

/**
 * What a process has learnt from a broker is wrong when that one comes back with another memory: it ends, and whoever
 * watches over it starts it anew. Screens find the new epoch there, and are told that they do not resume.
 */
export function endWhenReplaced(broker: Broker, log: { error(fields: object, message: string): void }): void {
  broker.onReplaced(() => {
    log.error(
      { code: 'BROKER_REPLACED' },
      'the broker came back with an empty or another store: this process ends, to start anew with what is there',
    );
    process.exit(1);
  });
}
