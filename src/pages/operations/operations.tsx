/** Begins the control room. */
import { render } from 'preact';
import { startSpeech } from '../stream/start-speech.ts';
import { OperationsPage } from './operations-page.tsx';
import { OperationsState } from './operations-state.ts';

const state = new OperationsState(startSpeech());
const page = document.getElementById('page')!;
page.replaceChildren();
render(<OperationsPage state={state} />, page);
