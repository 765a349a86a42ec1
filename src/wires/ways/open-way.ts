import type { Timing } from '../../timing.ts';
import type { WayOptions } from '../recipient.ts';
import type { Way } from '../way.ts';
import { FileDrop } from './file-drop.ts';
import { FtpFolder } from './ftp-folder.ts';
import { HttpPush } from './http-push.ts';
import { LocalFolder } from './local-folder.ts';
import { SftpFolder } from './sftp-folder.ts';

/** Nothing is opened before there is something to hand over: a gateway starts though a desk is away. */
export function openWay(way: WayOptions, timing: Timing): Way {
  if ('http' in way) return new HttpPush(way.http, () => timing.now());
  if ('sftp' in way) return new FileDrop(new SftpFolder(way.sftp, timing));
  if ('ftp' in way) return new FileDrop(new FtpFolder(way.ftp, timing));
  return new FileDrop(new LocalFolder(way.file));
}
