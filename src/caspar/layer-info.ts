import type { InfoLayerEntry } from 'casparcg-connection';

/**
 * Whether a template is in the foreground of a layer, as servers from 2.3 on answer `INFO 1-20`: with the state of the whole channel, in which a page has
 * its address (CasparCG/server, `html_producer.cpp`, `file/path`).
 */
export function isOnLayer(template: string, layer: number, info: InfoLayerEntry | undefined): boolean {
  const found = info?.channel.layers.find((each) => each.layer === layer);
  const path = pathIn(found?.foreground);
  const name = template.toLowerCase();
  // A template is its address, or a file below the folder of templates, in whatever case its name was given.
  return path === name || path.endsWith(`/${name}.html`);
}

/** As the library reads XML: an element is a list of those of its name. */
function pathIn(foreground: unknown): string {
  const { file } = (foreground ?? {}) as {
    readonly file?: readonly { readonly path?: readonly unknown[] }[];
  };
  const path = file?.[0]?.path?.[0];
  return typeof path === 'string' ? path.replaceAll('\\', '/').toLowerCase() : '';
}
