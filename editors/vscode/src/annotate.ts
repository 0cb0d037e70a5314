import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as vscode from "vscode";
import { ServerCommand } from "./command";

const run = promisify(execFile);

/** The settings that the command line takes, too. */
const OPTIONS: Readonly<Record<string, string>> = {
  configuration: "--config",
  extendSelect: "--extend-select",
  genre: "--genre",
  ignore: "--ignore",
  isolated: "--isolated",
  language: "--language",
  preview: "--preview",
  select: "--select",
};

/** Writes the findings of a Word document into a copy of it, as comments. */
export async function annotate(
  server: ServerCommand,
  output: vscode.OutputChannel,
  file?: vscode.Uri,
): Promise<void> {
  const chosen = file ?? inFront() ?? (await choose());
  if (chosen === undefined) {
    return;
  }
  const copy = chosen.fsPath.replace(/\.docx$/i, "") + ".annotated.docx";
  // The program that serves also annotates; its last argument is the name of the subcommand.
  const args = server.args.filter((one) => one !== "server");
  args.push("annotate", chosen.fsPath, "--output", copy, ...options(chosen));
  try {
    const done = await run(server.program, args, {
      cwd: vscode.workspace.getWorkspaceFolder(chosen)?.uri.fsPath,
      env: { ...process.env, LC_ALL: vscode.env.language.startsWith("zh") ? "zh_CN.UTF-8" : "en_US.UTF-8" },
    });
    output.append(done.stdout + done.stderr);
  } catch (error) {
    output.appendLine(error instanceof Error ? error.message : String(error));
    const words = vscode.l10n.t("Speechlint: could not annotate {0}", chosen.fsPath);
    const show = vscode.l10n.t("Show output");
    if ((await vscode.window.showErrorMessage(words, show)) === show) {
      output.show();
    }
    return;
  }
  const open = vscode.l10n.t("Open");
  const words = vscode.l10n.t("Speechlint: wrote {0}", vscode.workspace.asRelativePath(copy));
  if ((await vscode.window.showInformationMessage(words, open)) === open) {
    await vscode.env.openExternal(vscode.Uri.file(copy));
  }
}

/** What the user set for a file, as options of the command line. */
function options(file: vscode.Uri): string[] {
  const settings = vscode.workspace.getConfiguration("speechlint", file);
  return Object.entries(OPTIONS).flatMap(([key, option]) => {
    const value = settings.get<string | string[] | boolean | null>(key);
    if (value === true) {
      return [option];
    }
    return value ? [option, Array.isArray(value) ? value.join(",") : value] : [];
  });
}

/** The Word document that is shown, if one is. */
function inFront(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const shown =
    input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
      ? input.uri
      : undefined;
  return shown?.path.toLowerCase().endsWith(".docx") ? shown : undefined;
}

async function choose(): Promise<vscode.Uri | undefined> {
  const found = await vscode.window.showOpenDialog({ filters: { Word: ["docx"] } });
  return found?.[0];
}
