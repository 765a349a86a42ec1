/** What comes out of a printer: A4, with page numbers, version, hash and time of print, and the text of the document itself. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bracketOf } from '../../../src/client/bracket.ts';
import { sheetOf } from '../../../src/client/sheet.ts';
import { decodeDocument } from '../../../src/encode/decode.ts';
import { type Document, isOfType, listRows } from '../../../src/model/document.ts';
import { wordsIn } from '../../../src/sports.ts';
import { pdfPages } from './pdf-text.ts';
import { inBrowser, pagesOnOnePipeline } from './pipeline.ts';
import { factsTold, UNDER_WAY } from './recorded.ts';

/** Spaces and ligatures are a matter of setting. */
const squeezed = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '');

const A4_POINTS = [595, 842];

inBrowser('on paper', () => {
  const pages = pagesOnOnePipeline(() => factsTold('rio', 'barcelona', 'paris'));

  const documentOf = async (channel: string): Promise<Document> => {
    const response = await fetch(`${pages.edge.httpUrl}/v1/documents/${channel}.json`);
    return decodeDocument('json', new Uint8Array(await response.arrayBuffer()));
  };
  const wordsOf = (channel: string) => wordsIn(channel.slice(0, 3), 'en')!;

  /** The text on each page, after what must stand on all paper and what must not has been looked at. */
  async function printed(page: Page, document: Document): Promise<readonly string[]> {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sizes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    for (const [, width, height] of sizes)
      expect([Math.round(Number(width)), Math.round(Number(height))].sort()).toEqual(A4_POINTS);
    const texts = pdfPages(pdf).map(squeezed);
    for (const [index, text] of texts.entries()) expect(text).toContain(`${index + 1}/${texts.length}`);
    const all = texts.join('\n');
    expect(all).toContain(`version${document.version}·${document.hash}`);
    expect(all).toMatch(/Printed\d{1,2}\w+\d{4},\d\d:\d\d/);
    for (const onScreen of ['Find', 'CSV', 'Hold', 'Backtonow', 'Français', 'Documents'])
      expect(all).not.toContain(onScreen);
    return texts;
  }

  const publicPage = async (channel: string): Promise<Page> => {
    const page = await pages.page(`/#${encodeURIComponent(channel)}`);
    await page.locator('#proof:not(:empty)').waitFor();
    return page;
  };

  test('a start list is in the order of the start', async () => {
    const unit = UNDER_WAY.highJump;
    const page = await pages.page(`/commentator#view=start&discipline=ATH&units=${unit}`);
    await page.locator('.start-list tbody tr').nth(5).waitFor();
    const document = await documentOf(`${unit}/RESULT`);
    const [text] = await printed(page, document);
    const starters = [...listRows(document)].sort(
      (one, other) => one.identity.startOrder! - other.identity.startOrder!,
    );
    const expected = starters.map(
      ({ identity }) => `${identity.startOrder}${identity.name}${identity.organisation}`,
    );
    expect(expected).toHaveLength(15);
    expect(text).toContain(squeezed(expected.join('')));
    expect(text).toContain(squeezed("Men's High Jump, Final"));
    expect(text).toContain(squeezed('Start list · Athletics · Olympic Games Rio 2016'));
  });

  test('a result sheet has every cell of the document, in order', async () => {
    const channel = `${UNDER_WAY.longJump}/RESULT`;
    const page = await publicPage(channel);
    await page.locator('tbody tr').nth(5).waitFor();
    const document = await documentOf(channel);
    const [text] = await printed(page, document);
    const { columns, lines } = sheetOf(document, wordsOf(channel));
    expect(text).toContain(squeezed(columns.map(({ label }) => label).join('')));
    expect(text).toContain(squeezed(lines.flat().join('')));
  });

  test('a list over several pages says on each what its columns are', async () => {
    const channel = 'SWMM100MFR------------HEAT--------/PHASE_RESULT';
    const page = await publicPage(channel);
    await page.locator('td:text-is("Heat 9")').first().waitFor();
    const document = await documentOf(channel);
    const texts = await printed(page, document);
    expect(texts.length).toBeGreaterThan(2);
    const names = listRows(document).map(({ identity }) => squeezed(identity.name));
    const all = texts.join('');
    let at = 0;
    for (const name of names) {
      at = all.indexOf(name, at);
      expect(at, name).toBeGreaterThan(-1);
    }
    for (const text of texts.filter((each) => names.some((name) => each.includes(name))))
      expect(text).toContain('RankLaneName');
  });

  test('a bracket lies on its side, and has every match with both sides and the score', async () => {
    const channel = 'JUDM66KG--------------------------/BRACKETS';
    const page = await publicPage(channel);
    await page.locator('.rounds article').nth(20).waitFor();
    const document = await documentOf(channel);
    if (!isOfType(document, 'BRACKETS')) throw new Error('no brackets');
    const texts = await printed(page, document);
    const all = texts.join('\n');
    const matches = bracketOf(document, wordsOf(channel)).flatMap(({ rounds }) =>
      rounds.flatMap((round) => round.matches),
    );
    expect(matches.length).toBeGreaterThan(25);
    for (const { sides } of matches)
      for (const { text, organisation, score } of sides)
        expect(all).toContain(squeezed(`${text}${organisation ?? ''}${score}`));
    // The whole main tree stands on the first sheet, below the title.
    expect(texts[0]).toContain(squeezed("Men's -66 kg"));
    expect(texts[0]).toContain('EliminationRoundof32');
  });

  test('a medal table has every organisation with its medals', async () => {
    const channel = 'GEN-------------------------------/MEDALS';
    const page = await publicPage(channel);
    await page.locator('tbody tr').first().waitFor();
    const document = await documentOf(channel);
    const [text] = await printed(page, document);
    const { lines } = sheetOf(document, wordsIn('GEN', 'en')!);
    expect(lines.length).toBeGreaterThan(1);
    expect(text).toContain(squeezed(lines.flat().join('')));
  });
});
