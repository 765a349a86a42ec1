/** A folder that a desk looks into, on this machine or another: as much of it as a drop needs. Names are without a path; what fails throws. */
export interface Folder {
  /** Where it is not there. */
  make(): Promise<void>;
  /** Null: there is no such file. */
  read(name: string): Promise<Uint8Array | null>;
  /** Of all files, hidden ones as well. */
  names(): Promise<readonly string[]>;
  /** Whole when it resolves, and for good as far as the folder can say. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Over a file that has the new name; nothing where there is none of the old one. */
  rename(from: string, to: string): Promise<void>;
  /** Nothing where it is not there. */
  remove(name: string): Promise<void>;
  close(): Promise<void>;
}
