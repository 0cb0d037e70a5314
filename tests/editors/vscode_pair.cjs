// The protocol library of Visual Studio Code at one end, the server at the other.

const { spawn } = require("node:child_process");
const protocol = require("vscode-languageserver-protocol/node");

const [, , python, draft] = process.argv;
const uri = "untitled:draft";

async function main() {
  const server = spawn(python, ["-m", "speechlint", "server", "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = protocol.createProtocolConnection(
    new protocol.StreamMessageReader(server.stdout),
    new protocol.StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const answer = await connection.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    locale: "zh-cn",
    initializationOptions: { isolated: true, inlayHints: true, select: null },
    capabilities: {
      textDocument: {
        diagnostic: { relatedInformation: true },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
          dataSupport: true,
          resolveSupport: { properties: ["edit"] },
        },
      },
    },
  });
  await connection.sendNotification(protocol.InitializedNotification.type, {});
  await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "plaintext", version: 1, text: draft },
  });
  const textDocument = { uri };
  const report = await connection.sendRequest(protocol.DocumentDiagnosticRequest.type, {
    textDocument,
  });
  const first = report.items[0];
  const actions = await connection.sendRequest(protocol.CodeActionRequest.type, {
    textDocument,
    range: first.range,
    context: { diagnostics: [first] },
  });
  const resolved = await connection.sendRequest(protocol.CodeActionResolveRequest.type, actions[0]);
  const symbols = await connection.sendRequest(protocol.DocumentSymbolRequest.type, {
    textDocument,
  });
  await connection.sendRequest(protocol.ShutdownRequest.type);
  await connection.sendNotification(protocol.ExitNotification.type);
  const code = await new Promise((resolve) => server.on("exit", resolve));
  console.log(
    JSON.stringify({
      encoding: answer.capabilities.positionEncoding,
      codes: report.items.map((item) => item.code),
      range: first.range,
      edit: resolved.edit,
      symbols: symbols.map((symbol) => symbol.name),
      code,
    }),
  );
}

main();
