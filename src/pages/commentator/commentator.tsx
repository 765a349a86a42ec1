/** Begins the commentator screen. */
import { render } from 'preact';
import { startSpeech } from '../stream/start-speech.ts';
import { listenToKeys } from './keys.ts';
import { Screen } from './screen.tsx';
import { ScreenState } from './screen-state.ts';

const speech = startSpeech();
document.title = speech.said.commentatorTitle;
const state = new ScreenState(speech);
listenToKeys(state);
const page = document.getElementById('page')!;
page.replaceChildren();
render(<Screen state={state} />, page);
