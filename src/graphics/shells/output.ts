/** `/graphics/output?name=main`: what operators have taken to an output. It keeps what it shows while its edge is away. */
import { MAIN_OUTPUT, type OutputHeard } from '../../on-air/output.ts';
import { defineGraphics } from '../kinds.ts';
import { followOnAir } from './on-air-feed.ts';
import { OutputStage } from './output-stage.ts';

Object.assign(document.body.style, { margin: '0', height: '100vh', overflow: 'hidden' });
defineGraphics();
const stage = new OutputStage(document.body, (line) => console.warn(line));
const name = new URLSearchParams(location.search).get('name') ?? MAIN_OUTPUT;
followOnAir<OutputHeard>(`/v1/on-air/${encodeURIComponent(name)}`, (output) => stage.show(output));
