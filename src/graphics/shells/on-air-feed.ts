/** What an edge says is on air, followed without polling, for as long as the page lives. */

/** An edge says something every other second. */
const SILENT_MS = 7_000;
const LOOK_MS = 1_000;

/** `heard`: of each answer, the same one again and again while nothing changes. Gives who ends it. */
export function followOnAir<Answer>(address: string, heard: (answer: Answer) => void): () => void {
  let source = open();
  let heardAt = performance.now();
  function open(): EventSource {
    const opened = new EventSource(address);
    opened.onmessage = ({ data }) => {
      heardAt = performance.now();
      heard(JSON.parse(data as string) as Answer);
    };
    return opened;
  }
  // A browser tries again by itself where a connection breaks, and gives up where it is answered that it cannot be.
  const watching = setInterval(() => {
    if (performance.now() - heardAt < SILENT_MS) return;
    source.close();
    source = open();
    heardAt = performance.now();
  }, LOOK_MS);
  return () => {
    clearInterval(watching);
    source.close();
  };
}
