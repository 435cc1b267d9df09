/** Where a command's lines go; tests listen here instead of to the process. */
export interface CommandIo {
  out(line: string): void
  err(line: string): void
}

/** One command of `npm run cli`. `run` returns the exit code; every refusal is said through `io.err`. */
export interface Command {
  /** One line: name and arguments, as typed. */
  usage: string
  /** What it does, for --help. */
  help: string
  run(args: string[], io: CommandIo): Promise<number>
}
