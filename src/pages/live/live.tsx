/** Begins the public page. */
import { render } from 'preact';
import { startSpeech } from '../stream/start-speech.ts';
import { LivePage } from './live-page.tsx';
import { liveState } from './live-state.ts';

const speech = startSpeech();
document.title = speech.said.title;
const page = document.getElementById('page')!;
page.replaceChildren();
render(<LivePage state={liveState(speech)} />, page);
