/** The text on the pages of a PDF as Chromium writes one: each glyph by what its font says that it stands for, in the order of painting. */
import { inflateSync } from 'node:zlib';

type Objects = ReadonlyMap<string, string>;

/** One text a page. */
export function pdfPages(pdf: Buffer): readonly string[] {
  const objects: Objects = new Map(
    [...pdf.toString('latin1').matchAll(/(\d+) 0 obj\s(.*?)endobj/gs)].map(([, number, content]) => [
      number!,
      content!,
    ]),
  );
  const kids = /\/Type \/Pages.*?\/Kids \[(.*?)\]/s.exec([...objects.values()].join('\n'))![1]!;
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, page]) => pageText(objects.get(page!)!, objects));
}

function pageText(page: string, objects: Objects): string {
  const fonts = /\/Font <<(.*?)>>/s.exec(page)?.[1] ?? '';
  const glyphs = new Map(
    [...fonts.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, font]) => [
      name!,
      glyphsOf(objects.get(font!)!, objects),
    ]),
  );
  const contents = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)![1]!)!);
  let font: Glyphs | undefined;
  let text = '';
  for (const [, name, hex] of contents.matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-F]+)>(?=[^\]]*\]?\s*TJ?j?)/gi)) {
    if (name !== undefined) font = glyphs.get(name);
    else if (hex !== undefined && font !== undefined) text += font(hex);
  }
  return text;
}

type Glyphs = (hex: string) => string;

function glyphsOf(font: string, objects: Objects): Glyphs {
  const map = /\/ToUnicode (\d+) 0 R/.exec(font);
  if (map === null) return () => '';
  const said = streamOf(objects.get(map[1]!)!);
  const digits = /begincodespacerange\s*<([0-9A-F]+)>/i.exec(said)![1]!.length;
  const texts = new Map<number, string>();
  for (const [, block] of said.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, code, to] of block!.matchAll(/<(\w+)> <(\w+)>/g)) texts.set(hexOf(code!), characters(to!));
  for (const [, block] of said.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from, to, first] of block!.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let code = hexOf(from!); code <= hexOf(to!); code += 1)
        texts.set(code, String.fromCodePoint(hexOf(first!) + code - hexOf(from!)));
  return (hex) =>
    [...hex.matchAll(new RegExp(`.{${digits}}`, 'g'))].map(([code]) => texts.get(hexOf(code)) ?? '').join('');
}

const hexOf = (text: string): number => Number.parseInt(text, 16);

/** UTF-16, big end first. */
const characters = (hex: string): string =>
  String.fromCharCode(...[...hex.matchAll(/.{4}/g)].map(([unit]) => hexOf(unit)));

function streamOf(object: string): string {
  const [, head, bytes] = /(.*?)stream\r?\n(.*?)\r?\n?endstream/s.exec(object)!;
  const content = Buffer.from(bytes!, 'latin1');
  return (head!.includes('/FlateDecode') ? inflateSync(content) : content).toString('latin1');
}
