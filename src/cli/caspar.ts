import { Command } from 'commander';
import { templateLayoutOf } from '../caspar/layout.ts';
import { TemplateOnAir } from '../caspar/template-on-air.ts';
import { textsOf } from '../caspar/texts.ts';
import { followChannel, readLayout } from './followed-channel.ts';
import { untilStopped } from './processes/parent-link.ts';
import { streamOption, streamUrl } from './stream-url.ts';
import { print, say } from './terminal.ts';

const EXAMPLES = `
LAYOUT is a JSON file: a server, one of its layers, a template, and which column goes into which field. See src/caspar/README.md.

Examples:
  $ npx splitsecond caspar lower-third.json
  $ npx splitsecond caspar lower-third.json --url ws://127.0.0.1:8080/v1/stream`;

export const casparCommand = (): Command =>
  new Command('caspar')
    .description('results into any template of a CasparCG server')
    .argument('<layout>', 'which template, and what it is filled with')
    .addOption(streamOption())
    .addHelpText('after', EXAMPLES)
    .action(caspar);

async function caspar(path: string, options: { readonly url?: string }): Promise<void> {
  const layout = readLayout(path, templateLayoutOf);
  const url = streamUrl(options.url);
  const template = new TemplateOnAir(layout, (what) => say(`${what}\n`));
  const { host, port, output } = layout;
  print(`${layout.channel} on ${output.channel}-${output.layer} of ${host}:${port}\n`);
  const { failed, close } = followChannel(url, layout.channel, (followed) =>
    template.show(textsOf(layout, followed)),
  );
  const stop = async (): Promise<void> => {
    close();
    template.close();
  };
  await Promise.race([untilStopped(stop), failed]).finally(stop);
}
