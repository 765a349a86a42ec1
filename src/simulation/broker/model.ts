import { AtOnce } from './at-once.ts';
import { ModelConnection } from './connection.ts';
import { ModelServer } from './server.ts';
import type { Way } from './way.ts';

/**
 * A broker in this process, for whoever must decide what is delivered, when, and what of it is lost. One `BrokerModel` is the
 * broker; each `connect` is one connection to it, as an engine, an edge or a venue has.
 */
export class BrokerModel extends ModelServer {
  /** `way`: by default there is none, and everything happens at once. */
  connect(way: Way = new AtOnce(this)): ModelConnection {
    const connection = new ModelConnection(this, way);
    this.connections.add(connection);
    return connection;
  }
}
