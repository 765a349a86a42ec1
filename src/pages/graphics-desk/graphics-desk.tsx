/** Begins the graphics desk. */
import { render } from 'preact';
import { defineGraphics } from '../../graphics/kinds.ts';
import { startSpeech } from '../stream/start-speech.ts';
import { listenToKeys } from './desk-keys.ts';
import { DeskState } from './desk-state.ts';
import { GraphicsDeskPage } from './graphics-desk-page.tsx';

defineGraphics();
const state = new DeskState(startSpeech());
listenToKeys(state);
const page = document.getElementById('page')!;
page.replaceChildren();
render(<GraphicsDeskPage state={state} />, page);
