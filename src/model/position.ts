/** Where a screen stands in a channel. A new epoch means that versions began again. */
export interface Position {
  readonly epoch: string;
  readonly version: number;
}
