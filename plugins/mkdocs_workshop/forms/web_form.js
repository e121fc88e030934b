"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const form = document.getElementById("form");
  const keep = document.getElementById("keep");
  const said = document.getElementById("said");
  const name = "workshop-form:" + data.id;
  const asked = [...form.querySelectorAll("[data-item]")].map((item) => item.dataset.item);
  let warned = "";

  // A browser may forbid its storage, or say so only when it is asked.
  const storage = (act) => {
    try {
      return [true, act(window.localStorage)];
    } catch {
      return [false, null];
    }
  };

  let language = document.documentElement.lang;

  const words = (key, values = {}) => data.languages[language].say[key].replace(/\[(\w+)\]/g, (_, one) => String(values[one]));

  const say = (...parts) => {
    said.replaceChildren(...parts);
    said.hidden = !said.textContent;
  };

  const answer = (column) => {
    const fields = [...form.elements].filter((field) => field.name === column);
    if (fields.length && fields[0].type !== "radio" && fields[0].type !== "checkbox") {
      const text = fields[0].value.trim();
      return fields[0].classList.contains("code") ? text.toUpperCase() : text;
    }
    return fields.filter((field) => field.checked).map((field) => field.value).join(" ");
  };

  const answers = () => Object.fromEntries(asked.map((column) => [column, answer(column)]).filter(([, given]) => given));

  const count = () => {
    const given = Object.keys(answers()).length;
    const bar = document.getElementById("bar");
    bar.max = asked.length;
    bar.value = given;
    document.getElementById("count").textContent = words("progress", { given, all: asked.length });
  };

  const remember = () => {
    if (keep.checked) {
      const [done] = storage((kept) => kept.setItem(name, JSON.stringify(answers())));
      if (!done) {
        keep.checked = false;
        say(words("not-kept"));
      }
    }
  };

  const forget = () => storage((kept) => kept.removeItem(name));

  const restore = () => {
    const [, text] = storage((kept) => kept.getItem(name));
    if (!text) return;
    let old = {};
    try {
      old = JSON.parse(text);
    } catch {
      forget();
      return;
    }
    for (const field of form.elements) {
      const given = field.name && Object.hasOwn(old, field.name) ? String(old[field.name]) : "";
      if (!given) continue;
      if (field.type === "radio") field.checked = field.value === given;
      else if (field.type === "checkbox") field.checked = given.split(" ").includes(field.value);
      else field.value = given;
    }
    keep.checked = true;
    say(words("restored"));
  };

  // A spreadsheet would take such a text for a formula.
  const harmless = (text) => (/^([=+@\t\r]|-\S)/.test(text) ? "'" + text : text);

  const cell = (text) => (/[",;\r\n\t]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);

  const table = () => {
    const row = data.columns.map((column) => data.fixed[column] ?? harmless(answer(column)));
    return "\ufeff" + [data.columns, row].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
  };

  // Files of several people meet in one folder, so their names must differ; they say nothing of the person.
  const fileName = () => {
    const random = [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const moment = data.fixed.moment ?? answer("moment");
    return [data.id, moment, random].filter(Boolean).join("-") + ".csv";
  };

  // A link, because the question may be far above.
  const leadTo = (column) => {
    const item = form.querySelector(`[data-item="${column}"]`);
    const link = document.createElement("a");
    link.href = "#";
    link.textContent = item.querySelector("legend, .asked").innerText.trim();
    link.addEventListener("click", (event) => {
      event.preventDefault();
      item.querySelector("input").focus();
    });
    return link;
  };

  const save = () => {
    const missing = data.first.filter((column) => !answer(column));
    if (missing.length && warned !== missing.join()) {
      warned = missing.join();
      const [before, after] = data.languages[language].say.incomplete.split("[what]");
      say(before, ...missing.flatMap((column, index) => (index ? [", ", leadTo(column)] : [leadTo(column)])), after);
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([table()], { type: "text/csv;charset=utf-8" }));
    link.download = fileName();
    link.click();
    URL.revokeObjectURL(link.href);
    say(words("saved", { file: link.download }));
  };

  // Answers stay as they are: only words change.
  const speak = (code) => {
    language = code;
    document.documentElement.lang = code;
    document.title = data.languages[code].title;
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === code));
    }
    say("");
    count();
  };
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => speak(button.dataset.language));
  }

  form.addEventListener("input", (event) => {
    if (event.target === keep) return;
    count();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  keep.addEventListener("change", () => {
    if (keep.checked) {
      remember();
      if (keep.checked) say(words("kept"));
    } else {
      forget();
      say("");
    }
  });
  document.getElementById("save").addEventListener("click", save);
  document.getElementById("clear").addEventListener("click", () => {
    if (!window.confirm(words("sure"))) return;
    forget();
    form.reset();
    warned = "";
    count();
    say(words("cleared"));
    window.scrollTo(0, 0);
  });
  // Some browsers fill a form again after "back": on a shared device that would show the answers of somebody else.
  form.reset();
  restore();
  count();
})();
