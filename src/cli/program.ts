import { Command, CommanderError } from 'commander';
import { packageVersion } from '../http/folders.ts';
import { archiveCommand } from './archive.ts';
import { benchCommand } from './bench.ts';
import { casparCommand } from './caspar.ts';
import { catalogueCommand } from './catalogue.ts';
import { conformanceCommand } from './conformance.ts';
import { demoCommand } from './demo.ts';
import { deskCommand } from './desk.ts';
import { edgeCommand } from './edge.ts';
import { engineCommand } from './engine.ts';
import { asFailure, describeFailure, EXIT, type ExitCode } from './failure.ts';
import { graphicsCommand } from './graphics.ts';
import { importCommand } from './import.ts';
import { rankCommand } from './rank.ts';
import { replayCommand } from './replay.ts';
import { scoreboardCommand } from './scoreboard.ts';
import { simulateCommand } from './simulate.ts';
import { say } from './terminal.ts';
import { traceCommand } from './trace.ts';
import { upCommand } from './up.ts';
import { validateCommand } from './validate.ts';
import { verifyCommand } from './verify.ts';
import { watchCommand } from './watch.ts';
import { wiresCommand } from './wires.ts';

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

/** The command line as a whole. Commands load what they need when they run, so that help is quick. */
export function program(): Command {
  const root = new Command('splitsecond')
    .description('Real-time competition results: venue facts in, standings out.')
    .version(packageVersion, '-V, --version')
    .option('--verbose', 'show where an error comes from')
    .addHelpText('after', OVERVIEW)
    .showHelpAfterError('(add --help to see the options and an example)')
    .exitOverride();
  const commands = [
    demoCommand(),
    upCommand(),
    engineCommand(),
    edgeCommand(),
    deskCommand(),
    rankCommand(),
    replayCommand(),
    watchCommand(),
    wiresCommand(),
    scoreboardCommand(),
    casparCommand(),
    graphicsCommand(),
    importCommand(),
    validateCommand(),
    catalogueCommand(),
    verifyCommand(),
    conformanceCommand(),
    archiveCommand(),
    traceCommand(),
    simulateCommand(),
    benchCommand(),
  ];
  for (const command of commands) {
    inheritSettings(command, root);
    root.addCommand(command);
  }
  return root;
}

/** Runs one command line and gives the exit code; prints what went wrong in one line. */
export async function run(argv: readonly string[], root = program()): Promise<ExitCode> {
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
