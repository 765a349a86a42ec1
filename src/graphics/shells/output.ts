/** `/graphics/output?name=main`: what operators have taken to an output. It keeps what it shows while its edge is away, and says what it shows. */
import { MAIN_OUTPUT, type OutputHeard } from '../../on-air/output.ts';
import { defineGraphics } from '../kinds.ts';
import { followOnAir } from './on-air-feed.ts';
import { OutputStage } from './output-stage.ts';
import { sayShown } from './shown-here.ts';

Object.assign(document.body.style, { margin: '0', height: '100vh', overflow: 'hidden' });
defineGraphics();
const stage = new OutputStage(document.body, (line) => console.warn(line));
const name = new URLSearchParams(location.search).get('name') ?? MAIN_OUTPUT;
const address = `/v1/on-air/${encodeURIComponent(name)}`;
followOnAir<OutputHeard>(address, (output) => stage.show(output));
sayShown(address, stage);
