import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as vscode from "vscode";
import { ServerCommand } from "./command";

const run = promisify(execFile);

/** Writes the findings of a Word document into a copy of it, as comments. */
export async function annotate(
  server: ServerCommand,
  output: vscode.OutputChannel,
  file?: vscode.Uri,
): Promise<void> {
  const chosen = file ?? (await choose());
  if (chosen === undefined) {
    return;
  }
  const copy = chosen.fsPath.replace(/\.docx$/i, "") + ".annotated.docx";
  // The program that serves also annotates; its last argument is the name of the subcommand.
  const args = [...server.args.filter((one) => one !== "server"), "annotate", chosen.fsPath];
  try {
    const done = await run(server.program, [...args, "--output", copy], {
      cwd: vscode.workspace.getWorkspaceFolder(chosen)?.uri.fsPath,
    });
    output.append(done.stdout + done.stderr);
  } catch (error) {
    output.appendLine(error instanceof Error ? error.message : String(error));
    void vscode.window.showErrorMessage(vscode.l10n.t("Speechlint: could not annotate {0}", chosen.fsPath));
    return;
  }
  const open = vscode.l10n.t("Open");
  const words = vscode.l10n.t("Speechlint: wrote {0}", copy);
  if ((await vscode.window.showInformationMessage(words, open)) === open) {
    await vscode.env.openExternal(vscode.Uri.file(copy));
  }
}

async function choose(): Promise<vscode.Uri | undefined> {
  const found = await vscode.window.showOpenDialog({ filters: { Word: ["docx"] } });
  return found?.[0];
}
