import type { Channel } from './document.ts';

/**
 * Which channels a pattern means (SC5): `<RSC>/<TYPE>[/<SUBCODE>]`, where `*` at the end of a part stands for the rest of it,
 * and a pattern with a star takes in the parts that it leaves out. One without a star is the channel itself.
 */
export function channelTest(pattern: string): (channel: Channel) => boolean {
  if (!pattern.includes('*')) return (channel) => channel === pattern;
  const [unit = '', type = '*', subcode = '*'] = pattern.split('/');
  const tests = [partTest(unit), partTest(type), partTest(subcode)] as const;
  return (channel) => {
    const [ofUnit = '', ofType = '', ofSubcode = ''] = channel.split('/');
    return tests[0](ofUnit) && tests[1](ofType) && tests[2](ofSubcode);
  };
}

function partTest(part: string): (text: string) => boolean {
  if (!part.endsWith('*')) return (text) => text === part;
  const start = part.slice(0, -1);
  return (text) => text.startsWith(start);
}
