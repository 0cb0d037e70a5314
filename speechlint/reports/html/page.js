"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.querySelector(".filters");
  const shown = document.querySelector(".shown");
  const template = shown.textContent;
  const ranks = ["info", "warning", "error"];

  const numbers = new Map();
  const notes = all(".note").map((element) => {
    const own = all("b[id]", element).map((number) => number.id.slice(1));
    const note = { element, own, visible: true, parts: [] };
    for (const number of own) numbers.set(number, { note, marks: [] });
    return note;
  });
  for (const part of all(".finding")) numbers.get(part.dataset.n).note.parts.push(part);
  const marks = all("mark").map((element) => ({
    element, own: element.dataset.n.split(" ").map((number) => numbers.get(number)),
  }));
  for (const { element, own } of marks) for (const number of own) number.marks.push(element);

  const filter = () => {
    const checked = (name) => new Set(
      all(`input[name=${name}]:checked`, form).map((input) => input.value));
    const severities = checked("severity");
    const rules = checked("rule");
    let count = 0;
    for (const note of notes) {
      const { code, severity } = note.element.dataset;
      note.visible = severities.has(severity) && rules.has(code);
      note.element.hidden = !note.visible;
      for (const part of note.parts) part.hidden = !note.visible;
      count += note.visible ? note.own.length : 0;
    }
    for (const { element, own } of marks) {
      const rank = Math.max(...own.filter(({ note }) => note.visible)
        .map(({ note }) => ranks.indexOf(note.element.dataset.severity)));
      element.className = rank >= 0 ? ranks[rank] : "off";
    }
    shown.textContent = template.replace(/\d+/, count);
  };

  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let outer = target; outer; outer = outer.parentElement) {
      if (outer.tagName === "DETAILS") outer.open = true;
    }
    for (const element of all(".now")) element.classList.remove("now");
    const number = numbers.get(target.id.slice(1));
    if (number) for (const mark of number.marks) mark.classList.add("now");
    target.scrollIntoView({ block: "center" });
  };

  form.addEventListener("change", filter);
  form.addEventListener("click", (event) => {
    if (event.target.tagName !== "BUTTON") return;
    for (const input of all("input[name=rule]", form)) input.checked = event.target.value === "all";
    filter();
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark) location.hash = `n${mark.dataset.n.split(" ")[0]}`;
    const menu = document.querySelector(".by-rule[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => {
    for (const file of all("details.file")) file.open = true;
  });
  filter();
  follow();
})();
