export interface Served<Batch> {
  readonly url: string;
  readonly batches: readonly Batch[];
  publish(batch: Batch): Promise<void> | void;
  written?(): number;
  status?(): object;
}
export function serve<Batch extends { readonly frames: readonly string[] }>(served: Served<Batch>): void;
