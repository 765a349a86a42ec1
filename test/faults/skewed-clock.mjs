// Loaded before an engine: at each SIGUSR2 its wall clock jumps by hours, forth and back. The steady clock goes on.
const HOUR_MS = 3_600_000;
const JUMPS = [3, -5, 8, -1];
const TrueDate = Date;
let jumps = 0;
let off = 0;

process.on('SIGUSR2', () => {
  off = JUMPS[jumps % JUMPS.length] * HOUR_MS;
  jumps += 1;
});

globalThis.Date = class extends TrueDate {
  constructor(...said) {
    if (said.length === 0) super(TrueDate.now() + off);
    else super(...said);
  }

  static now() {
    return TrueDate.now() + off;
  }
};
