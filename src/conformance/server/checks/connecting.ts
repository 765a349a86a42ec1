import { claim } from '../../outcome.ts';
import { OPCODE } from '../../wire/frame-bytes.ts';
import { RawSocket } from '../../wire/raw-socket.ts';
import type { Check } from '../check.ts';
import type { Format } from '../screen.ts';
import { DEFLATE_OFFER } from '../screen.ts';

const FORMATS: readonly Format[] = ['json', 'protobuf', 'odf'];

export const CONNECTING: readonly Check[] = [
  ...FORMATS.map(
    (format): Check => ({
      rule: 'SC1',
      name: `splitsecond.${format} is taken, confirmed, and named in welcome`,
      run: async (stage) => {
        const screen = await stage.join({ format });
        const { headers } = screen.raw.answer!;
        claim(
          headers['sec-websocket-protocol'] === `splitsecond.${format}`,
          `the handshake says ${headers['sec-websocket-protocol']}`,
        );
        await screen.until('welcome comes', () => screen.heard('welcome').length === 1);
        claim(
          screen.heard('welcome')[0].format === format,
          `welcome says ${screen.heard('welcome')[0].format}`,
        );
      },
    }),
  ),
  {
    rule: 'SC1',
    name: 'of several subprotocols the first known one counts',
    run: async (stage) => {
      const subprotocols = ['soap', 'splitsecond.odf', 'splitsecond.json'];
      const screen = await stage.join({ format: 'odf', subprotocols });
      const said = screen.raw.answer!.headers['sec-websocket-protocol'];
      claim(said === 'splitsecond.odf', `the handshake says ${said}`);
    },
  },
  {
    rule: 'SC1',
    name: 'without a subprotocol the format is JSON',
    run: async (stage) => {
      const screen = await stage.follow({}, { subprotocols: [] });
      const said = screen.raw.answer!.headers['sec-websocket-protocol'];
      claim(said === undefined, `the handshake confirms ${said}, which was not asked for (RFC 6455, 4.1)`);
      claim(screen.heard('welcome')[0].format === 'json', 'welcome says another format');
    },
  },
  {
    rule: 'SC1',
    name: 'only unknown subprotocols: HTTP 400',
    run: async (stage) => {
      const raw = await RawSocket.open(stage.url, { subprotocols: ['soap', 'splitsecond.yaml'] });
      raw.destroy();
      claim(raw.answer!.status === 400, `HTTP ${raw.answer!.status}`);
    },
  },
  {
    rule: 'SC2',
    name: 'JSON: data are text frames with document or delta',
    run: async (stage) => void (await stage.follow({ delta: true })),
  },
  {
    rule: 'SC2',
    name: 'protobuf: data are binary frames by documents.proto, control messages JSON text',
    run: async (stage) => {
      const screen = await stage.follow({ delta: true }, { format: 'protobuf' });
      claim(screen.last(stage.channel)!.copy !== null, 'the frame cannot be read');
      claim(screen.heard('subscribed').length === 1, 'subscribed is not a text frame');
    },
  },
  {
    rule: 'SC2',
    name: 'ODF: one line of JSON, a newline, XML that the XSD allows, with the hash that JSON has',
    run: async (stage) => {
      const screen = await stage.follow({}, { format: 'odf' });
      const json = await stage.follow();
      const [odf, other] = [screen.last(stage.channel)!, json.last(stage.channel)!];
      claim(screen.xml[0]!.startsWith('<'), 'what follows the line is not XML');
      const { xmlComplaints } = await import('../xml.ts');
      const complaints = xmlComplaints(screen.xml[0]!);
      claim(complaints === '', `the XSD says: ${complaints.slice(0, 300)}`);
      claim(
        odf.version !== other.version || odf.hash === other.hash,
        'the hash is not that of the JSON document',
      );
    },
  },
  {
    rule: 'SC3',
    name: 'a screen that says nothing valid is closed with 4003 in time, and may come back',
    isPatient: true,
    run: async (stage) => {
      const screen = await stage.join();
      screen.raw.write('');
      screen.say({ nonsense: {} });
      const { firstWordMs } = stage.welcome.limits;
      await screen.until('the connection is closed', () => screen.closed !== null, firstWordMs * 2 + 5_000);
      claim(screen.closed?.code === 4003, `closed with ${screen.closed?.code}`);
    },
  },
  {
    rule: 'SC3',
    name: 'a screen that has said something valid stays',
    isPatient: true,
    run: async (stage) => {
      const screen = await stage.join();
      screen.say({ ping: {} });
      const ms = stage.welcome.limits.firstWordMs + 2_000;
      await screen.raw.news.holds(() => screen.closed !== null || screen.raw.hasEnded, ms);
      claim(screen.raw.isOpen && screen.closed === null, `closed with ${screen.closed?.code}`);
    },
  },
  {
    rule: 'SC4',
    name: 'accreditation is taken as hello and answered',
    run: async (stage) => {
      const screen = await stage.join();
      screen.say({ hello: {} });
      await screen.until('hello is answered', () => screen.heard('hello').length === 1);
    },
  },
  {
    rule: 'SC4',
    name: 'a token that is no text is refused with BAD_TOKEN',
    run: async (stage) => {
      const screen = await stage.join();
      screen.say({ hello: { token: 7 } });
      await screen.until('the word is refused', () => screen.heard('error').length === 1);
      claim(screen.heard('error')[0].code === 'BAD_TOKEN', `refused with ${screen.heard('error')[0].code}`);
    },
  },
  {
    rule: 'SC17',
    name: 'permessage-deflate is taken with no context on either side',
    run: async (stage) => {
      const screen = await stage.join({ extensions: DEFLATE_OFFER });
      const said = screen.raw.answer!.headers['sec-websocket-extensions'] ?? '';
      for (const part of ['permessage-deflate', 'server_no_context_takeover', 'client_no_context_takeover'])
        claim(said.includes(part), `the handshake says "${said}"`);
    },
  },
  {
    rule: 'SC17',
    name: 'a bare offer of permessage-deflate is answered with no context on either side',
    run: async (stage) => {
      const screen = await stage.join({ extensions: 'permessage-deflate' });
      const said = screen.raw.answer!.headers['sec-websocket-extensions'] ?? '';
      claim(said === '' || said.includes('server_no_context_takeover'), `the handshake says "${said}"`);
    },
  },
  {
    rule: 'SC17',
    name: 'each deflated message stands alone, is the same as the plain one, and control messages are plain',
    run: async (stage) => {
      const screen = await stage.follow({}, { extensions: DEFLATE_OFFER });
      await stage.change(3);
      await screen.until(
        'the newest comes',
        () => screen.last(stage.channel)!.version >= stage.newest.version,
      );
      claim(screen.deflatedMessages > 0, 'nothing came deflated');
    },
  },
  {
    rule: 'SC17',
    name: 'nothing is deflated for a screen that did not offer it',
    run: async (stage) => {
      const screen = await stage.follow();
      claim(
        (screen.raw.answer!.headers['sec-websocket-extensions'] ?? '') === '',
        'the handshake says an extension',
      );
      claim(screen.deflatedMessages === 0, 'a message came deflated');
    },
  },
  {
    rule: 'SC17',
    name: 'a screen that needs a window below 15 bits is served plain',
    run: async (stage) => {
      const screen = await stage.follow({}, { extensions: `${DEFLATE_OFFER}; server_max_window_bits=10` });
      claim(screen.deflatedMessages === 0, 'a message came deflated');
    },
  },
  {
    rule: 'SC17',
    name: 'a word that inflates beyond the limit closes with 1009',
    run: async (stage) => {
      const screen = await stage.join({ extensions: DEFLATE_OFFER });
      const { deflateRawSync, constants } = await import('node:zlib');
      const { frameBytes } = await import('../../wire/frame-bytes.ts');
      const bomb = deflateRawSync(Buffer.alloc(stage.welcome.limits.wordBytes * 16, 0x20), {
        finishFlush: constants.Z_SYNC_FLUSH,
      });
      screen.raw.write(frameBytes({ opcode: OPCODE.TEXT, content: bomb.subarray(0, -4), rsv: 4 }));
      await screen.until('the connection is closed', () => screen.closed !== null);
      claim(screen.closed?.code === 1009, `closed with ${screen.closed?.code}`);
    },
  },
];
