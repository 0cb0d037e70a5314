/** Speechlint in Visual Studio Code: starts the language server and shows that it is there. */

import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { annotate } from "./annotate";
import { ServerCommand, serverCommand } from "./command";
import { FindingsItem, LANGUAGES } from "./findings";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Speechlint");
  context.subscriptions.push(
    output,
    new FindingsItem(),
    vscode.commands.registerCommand("speechlint.showOutput", () => output.show()),
    vscode.commands.registerCommand("speechlint.restart", () => restart(output)),
    vscode.commands.registerCommand("speechlint.annotate", (file?: vscode.Uri) =>
      annotate(serverCommand(), output, file),
    ),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("speechlint.server")) {
        await restart(output);
      }
    }),
  );
  await start(output);
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function restart(output: vscode.OutputChannel): Promise<void> {
  await stop();
  await start(output);
}

async function stop(): Promise<void> {
  const stopped = client;
  client = undefined;
  await stopped?.stop();
}

async function start(output: vscode.OutputChannel): Promise<void> {
  const command = serverCommand();
  const started = makeClient(command, output);
  try {
    await started.start();
    client = started;
  } catch (error) {
    output.appendLine(String(error));
    const words = vscode.l10n.t("Speechlint: “{0}” does not start. Is it installed?", command.program);
    const open = vscode.l10n.t("Settings");
    if ((await vscode.window.showErrorMessage(words, open)) === open) {
      await vscode.commands.executeCommand(
        "workbench.action.openSettings",
        "speechlint.server.command",
      );
    }
  }
}

function makeClient(command: ServerCommand, output: vscode.OutputChannel): LanguageClient {
  return new LanguageClient(
    "speechlint",
    "Speechlint",
    { command: command.program, args: command.args, transport: TransportKind.stdio },
    {
      documentSelector: [...LANGUAGES.map((language) => ({ language, scheme: "file" })), { scheme: "untitled" }],
      initializationOptions: vscode.workspace.getConfiguration("speechlint"),
      outputChannel: output,
    },
  );
}
