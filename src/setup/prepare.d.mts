export function checkNode(version?: string): void;
export function packagesAreMissing(root?: string): boolean;
export function prepare(root?: string, options?: { withBroker?: boolean }): Promise<void>;
export function giveUp(error: Error): never;
