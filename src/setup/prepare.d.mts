export function checkNode(version?: string): void;
export function packagesAreMissing(root?: string): boolean;
export function prepare(root?: string): Promise<void>;
