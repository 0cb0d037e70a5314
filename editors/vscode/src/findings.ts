import * as vscode from "vscode";

const SOURCE = "speechlint";

/** What drafts are taken for; a text without a name may be taken for anything. */
export const LANGUAGES = ["plaintext", "markdown"];

/** How many findings the draft in front has, in the status bar; a click lists them. */
export class FindingsItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Right, 100);
  private readonly listening: vscode.Disposable[];

  constructor() {
    this.item.name = "Speechlint";
    this.item.command = "workbench.actions.view.problems";
    this.listening = [
      vscode.languages.onDidChangeDiagnostics(() => this.show()),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
    ];
    this.show();
  }

  dispose(): void {
    this.item.dispose();
    this.listening.forEach((one) => one.dispose());
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) {
      this.item.hide();
      return;
    }
    const found = vscode.languages
      .getDiagnostics(document.uri)
      .filter((one) => one.source === SOURCE);
    if (found.length === 0 && !LANGUAGES.includes(document.languageId)) {
      this.item.hide();
      return;
    }
    const worst = Math.min(...found.map((one) => one.severity));
    this.item.text = found.length > 0 ? `$(book) ${found.length}` : "$(book) $(check)";
    this.item.tooltip = vscode.l10n.t("Speechlint: {0} findings", found.length);
    this.item.backgroundColor =
      worst === vscode.DiagnosticSeverity.Error
        ? new vscode.ThemeColor("statusBarItem.errorBackground")
        : undefined;
    this.item.show();
  }
}
