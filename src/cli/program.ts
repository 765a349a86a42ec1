import { Command, CommanderError } from 'commander';
import { packageVersion } from '../http/folders.ts';
import { asFailure, describeFailure, EXIT, type ExitCode } from './failure.ts';
import { say } from './terminal.ts';

const OVERVIEW = `
Start here:
  $ npx splitsecond demo                     everything on this machine, with real competitions
  $ npx splitsecond watch 'ATH*/RESULT'      the standings, live, in this terminal

Your own competition:
  $ npx splitsecond up                       broker, engine and edge, waiting for facts
  $ npx splitsecond replay evening.ndjson    publish a recording at the pace it happened
  $ npx splitsecond rank evening.ndjson      the standings of a feed file, without a server

Each command explains itself: npx splitsecond rank --help
Exit codes: 0 done, 1 failed, 2 wrong command line.`;

/** Each with the module that it stands in: a process loads that of the command that it was told, and help all of them. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./demo.ts')).demoCommand(),
  up: async () => (await import('./up.ts')).upCommand(),
  engine: async () => (await import('./engine.ts')).engineCommand(),
  edge: async () => (await import('./edge.ts')).edgeCommand(),
  desk: async () => (await import('./desk.ts')).deskCommand(),
  rank: async () => (await import('./rank.ts')).rankCommand(),
  replay: async () => (await import('./replay.ts')).replayCommand(),
  watch: async () => (await import('./watch.ts')).watchCommand(),
  wires: async () => (await import('./wires.ts')).wiresCommand(),
  scoreboard: async () => (await import('./scoreboard.ts')).scoreboardCommand(),
  caspar: async () => (await import('./caspar.ts')).casparCommand(),
  graphics: async () => (await import('./graphics.ts')).graphicsCommand(),
  import: async () => (await import('./import.ts')).importCommand(),
  validate: async () => (await import('./validate.ts')).validateCommand(),
  catalogue: async () => (await import('./catalogue.ts')).catalogueCommand(),
  verify: async () => (await import('./verify.ts')).verifyCommand(),
  conformance: async () => (await import('./conformance.ts')).conformanceCommand(),
  archive: async () => (await import('./archive.ts')).archiveCommand(),
  trace: async () => (await import('./trace.ts')).traceCommand(),
  simulate: async () => (await import('./simulate.ts')).simulateCommand(),
  bench: async () => (await import('./bench.ts')).benchCommand(),
};

/** The command line with these commands; by default as a whole. */
export async function program(names = Object.keys(COMMANDS)): Promise<Command> {
  const root = new Command('splitsecond')
    .description('Real-time competition results: venue facts in, standings out.')
    .version(packageVersion, '-V, --version')
    .option('--verbose', 'show where an error comes from')
    .addHelpText('after', OVERVIEW)
    .showHelpAfterError('(add --help to see the options and an example)')
    .exitOverride();
  for (const name of names) {
    const command = await COMMANDS[name]!();
    inheritSettings(command, root);
    root.addCommand(command);
  }
  return root;
}

/** Runs one command line and gives the exit code; prints what went wrong in one line. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  const [named = ''] = argv;
  const root = await program(Object.hasOwn(COMMANDS, named) ? [named] : undefined);
  try {
    if (argv.length === 0) {
      root.outputHelp();
      return EXIT.done;
    }
    await root.parseAsync(argv, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    say(describeFailure(error, root.opts<{ verbose?: boolean }>().verbose === true));
    return asFailure(error).exitCode;
  }
}

function inheritSettings(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  command.option('--verbose', 'show where an error comes from').on('option:verbose', () => {
    rootOf(parent).setOptionValue('verbose', true);
  });
  for (const nested of command.commands) inheritSettings(nested, command);
}

const rootOf = (command: Command): Command => (command.parent === null ? command : rootOf(command.parent));
