import * as vscode from "vscode";

/** The program that serves, with its arguments. */
export interface ServerCommand {
  readonly program: string;
  readonly args: readonly string[] & string[];
}

/** What the settings say to start. */
export function serverCommand(): ServerCommand {
  const [program, ...args] = vscode.workspace
    .getConfiguration("speechlint.server")
    .get<string[]>("command", ["speechlint", "server"]);
  return { program: program ?? "speechlint", args };
}
