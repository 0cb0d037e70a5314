// What a writer does in Visual Studio Code, in a browser; the last line that is printed tells it.

const { chromium } = require("playwright-core");

const [, , address, screenshot] = process.argv;

async function main() {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  await page.waitForSelector(".monaco-workbench", { timeout: 60000 });
  await page.getByRole("treeitem", { name: "讲话.txt" }).first().dblclick();
  await page.waitForSelector(".squiggly-error", { timeout: 60000 });
  await page.waitForFunction(() => document.querySelectorAll(".squiggly-error").length >= 3);
  const squiggles = await page.locator(".squiggly-error").count();
  const status = await page.locator("#speechlint\\.speechlint, [id^='speechlint']").first().innerText();

  await page.keyboard.press("Control+Shift+M");
  await page.waitForSelector(".markers-panel .monaco-list-row", { timeout: 20000 });
  const problems = await page.locator(".markers-panel .monaco-list-row").allInnerTexts();

  const line = page.locator(".view-line", { hasText: "四、" }).first();
  await line.click({ position: { x: 8, y: 8 } });
  await page.keyboard.press("Control+.");
  await page.waitForSelector(".action-widget .monaco-list-row.action", { timeout: 20000 });
  const actions = await page.locator(".action-widget .monaco-list-row.action").allInnerTexts();
  await page.screenshot({ path: screenshot });
  await page.keyboard.press("Enter"); // the first is chosen already
  await page.waitForFunction(
    (before) => document.querySelectorAll(".squiggly-error").length < before,
    squiggles,
    { timeout: 20000 },
  );
  console.log(JSON.stringify({ squiggles, status, problems, actions }));
  await browser.close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
