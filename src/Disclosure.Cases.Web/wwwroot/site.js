// The one script. Without it a button or a link does the same.
"use strict";

// An address to be passed on is shown under the name by which the browser knows the host.
for (const field of document.querySelectorAll("[data-address]")) {
  field.value = new URL(field.value, location.href).href;
}

// The letter follows what is typed.
for (const form of document.querySelectorAll("form[data-preview]")) {
  const target = document.querySelector(form.dataset.preview);
  let timer;
  let latest = 0;
  const refresh = async () => {
    const mine = ++latest;
    try {
      const answer = await fetch(location.pathname + "?handler=Preview", {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Requested-With": "fetch" },
      });
      const html = await answer.text();
      // An older answer must not overwrite a newer one.
      if (answer.ok && mine === latest) {
        target.innerHTML = html;
      }
    } catch {
      // Off line: the last preview stays; saving will say what is wrong.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, 300);
  });

  // A part that is withheld asks for what the chosen ground needs; what was typed goes along and comes back.
  const bare = () => form.querySelectorAll("[data-unscripted]").forEach((button) => { button.hidden = true; });
  form.addEventListener("change", async (event) => {
    const part = event.target.matches("[data-ground]") && event.target.closest("[data-part]");
    if (!part) {
      return;
    }
    const ground = event.target.value;
    const body = new FormData(form);
    body.set("part", part.dataset.part);
    try {
      const answer = await fetch(location.pathname + "?handler=Part", {
        method: "POST", body, headers: { "X-Requested-With": "fetch" },
      });
      const html = await answer.text();
      if (answer.ok && !answer.redirected && part.querySelector("[data-ground]").value === ground) {
        part.innerHTML = html;
        bare();
        part.querySelector("[data-ground]").focus();
        refresh();
      }
    } catch {
      // Off line: saving will show what the ground asks for.
    }
  });
  bare();

  // What was typed before this script had come.
  if ([...form.querySelectorAll("textarea, input")].some((field) => field.value !== field.defaultValue)) {
    refresh();
  }
}

// Where the records fail, what was last seen stays, and above it stands what the page of the failure says, until an answer comes again.
const tellFailing = (place, answer, html) => {
  const told = place.querySelector(":scope > .failing");
  if (answer.status !== 503) {
    told?.remove();
  } else if (!told) {
    const note = document.createElement("p");
    note.className = "findings failing";
    note.setAttribute("role", "alert");
    note.textContent = new DOMParser().parseFromString(html, "text/html").querySelector("h1")?.textContent ?? "";
    place.prepend(note);
  }
};

// The queue follows what is typed and chosen; its address says it, to be shared and loaded again.
for (const queue of document.querySelectorAll("[data-live]")) {
  const said = document.getElementById(queue.id + "-said");
  const find = document.querySelector("form.find");
  let timer;
  let latest = 0;
  const tell = () => {
    for (const button of queue.querySelectorAll("[data-narrow] button")) {
      button.hidden = true;
    }
    for (const output of queue.querySelectorAll("[data-ticked]")) {
      const count = queue.querySelectorAll("input[name=case]:checked").length;
      output.textContent = count > 0 ? output.dataset.ticked.replace("{0}", count) : "";
    }
  };
  const show = async (query) => {
    const mine = ++latest;
    clearTimeout(timer);
    const ticked = new Set(Array.from(queue.querySelectorAll("input[name=case]:checked"), (box) => box.value));
    const focused = queue.contains(document.activeElement) ? document.activeElement.name : "";
    try {
      const list = new URLSearchParams(query);
      list.set("handler", "List");
      const answer = await fetch(queue.dataset.live + "?" + list, { headers: { "X-Requested-With": "fetch" } });
      const html = await answer.text();
      if (mine === latest) {
        tellFailing(queue, answer, html);
      }
      // An older answer must not overwrite a newer one; whoever is signed out is led to the door, which is no list.
      if (mine !== latest || !answer.ok || answer.redirected) {
        return;
      }
      queue.innerHTML = html;
      history.replaceState(null, "", queue.dataset.live + (query.size > 0 ? "?" + query : ""));
      for (const box of queue.querySelectorAll("input[name=case]")) {
        box.checked = ticked.has(box.value);
      }
      if (focused) {
        queue.querySelector(`[data-narrow] [name="${CSS.escape(focused)}"]`)?.focus();
      }
      said.textContent = queue.querySelector("[data-said]")?.textContent ?? "";
      tell();
    } catch {
      // Off line: what was last seen stays.
    }
  };
  // What is chosen now, but for the page that was open.
  const chosen = (changes) => {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of [["p", ""], ["ticked", ""], ...changes]) {
      query.delete(name);
      if (value.trim() !== "") {
        query.set(name, value.trim());
      }
    }
    return query;
  };
  const search = find.elements.q;
  const typed = () => show(chosen([["q", search.value]]));
  search.addEventListener("input", (event) => {
    clearTimeout(timer);
    // A word that is still being composed is none yet.
    if (!event.isComposing) {
      timer = setTimeout(typed, 200);
    }
  });
  search.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(typed, 200);
  });
  find.addEventListener("submit", (event) => {
    event.preventDefault();
    typed();
  });
  queue.addEventListener("change", (event) => {
    const form = event.target.closest("[data-narrow]");
    if (form) {
      show(chosen(Array.from(new FormData(form)).filter(([name]) => name !== "q")));
    }
    tell();
  });
  queue.addEventListener("click", (event) => {
    const all = event.target.closest("[data-tick-all]");
    if (all) {
      event.preventDefault();
      const boxes = Array.from(queue.querySelectorAll("input[name=case]"));
      const tick = boxes.some((box) => !box.checked);
      for (const box of boxes) {
        box.checked = tick;
      }
      [all.textContent, all.dataset.tickAll] = [all.dataset.tickAll, all.textContent];
      tell();
    }
  });
  tell();

  // What was typed before this script had come.
  if (search.value !== search.defaultValue) {
    typed();
  }
}

// A file that is being made for a download: a page cannot see it come, but a cookie comes with it.
for (const making of document.querySelectorAll("[data-making]")) {
  const form = document.getElementById(making.dataset.making);
  const button = document.querySelector(`button[form="${making.dataset.making}"]`);
  form.addEventListener("submit", () => {
    const mark = document.createElement("input");
    Object.assign(mark, { type: "hidden", name: "made", value: String(Date.now()) });
    form.append(mark);
    making.hidden = false;
    setTimeout(() => { button.disabled = true; });
    const timer = setInterval(() => {
      if (document.cookie.split("; ").includes("disclosure.made=" + mark.value)) {
        clearInterval(timer);
        mark.remove();
        making.hidden = true;
        button.disabled = false;
      }
    }, 300);
  });
}

// What is there to be copied is taken whole.
for (const field of document.querySelectorAll("input[data-select]")) {
  field.addEventListener("focus", () => field.select());
}

// A registration is checked by the server's own rules as one goes, and what was typed is kept. Nothing is said of an
// input before it was left for the first time, nor while something is typed into it.
for (const form of document.querySelectorAll("form[data-check]")) {
  const beside = document.querySelector(form.dataset.check);
  const status = form.querySelector(".kept");
  const left = new Set();
  const timers = {};
  let latest = 0;
  let isDirty = false;
  let isSignedOut = false;
  let keeping = null;
  const send = (handler) => fetch("/cases/new?handler=" + handler, {
    method: "POST",
    body: new FormData(form),
    keepalive: document.hidden,
    headers: { "X-Requested-With": "fetch" },
  });
  const say = (input, text) => {
    const id = input.id + "-wrong";
    const shown = document.getElementById(id);
    if (!text) {
      shown?.remove();
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    } else if (shown) {
      shown.textContent = text;
    } else {
      const line = document.createElement("span");
      Object.assign(line, { id, className: "wrong", textContent: text });
      input.closest(".field, .tick").append(line);
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", id);
    }
  };
  const check = async () => {
    const mine = ++latest;
    try {
      const answer = await send("Check");
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || answer.redirected || mine !== latest) {
        return;
      }
      const found = page.querySelector("ul");
      for (const input of form.querySelectorAll("[id][name]")) {
        const text = [...found.children].filter((line) => line.dataset.for === input.id).map((line) => line.textContent).join(" ");
        if (!text || (left.has(input.id) && input !== document.activeElement)) {
          say(input, text);
        }
      }
      found.remove();
      const said = page.body.innerHTML.trim();
      if (beside.innerHTML.trim() !== said && !beside.contains(document.activeElement)) {
        beside.innerHTML = said;
      }
    } catch {
      // Off line: registering will say what is wrong.
    }
  };
  const keep = async () => {
    while (isDirty) {
      isDirty = false;
      try {
        const answer = await send("Keep");
        isSignedOut = answer.redirected;
        status.classList.toggle("wrong", isSignedOut);
        if (isSignedOut) {
          status.textContent = form.dataset.signedOut;
          return;
        }
        const kept = await answer.json();
        form.elements.DraftId.value = kept.id ?? "";
        status.textContent = kept.text;
        if (kept.id) {
          // Whoever has to sign in again comes back to the draft.
          form.action = "/cases/new?draft=" + kept.id;
          history.replaceState(null, "", form.action);
        }
      } catch {
        isDirty = true;
        status.textContent = form.dataset.offline;
        return;
      }
    }
  };
  // One at a time, so that one registration never becomes two drafts.
  const keepOnce = () => (keeping ??= keep().finally(() => { keeping = null; }));
  const later = (name, action, delay) => {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(action, delay);
  };
  form.addEventListener("input", () => {
    isDirty = true;
    later("check", check, 400);
    later("keep", keepOnce, 1500);
  });
  form.addEventListener("focusout", (event) => {
    if (event.target.name) {
      left.add(event.target.id);
      later("check", check, 50);
    }
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      keepOnce();
    }
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timers.keep);
    isDirty = isSignedOut;
    if (keeping || isSignedOut) {
      // What is on its way to be kept must not arrive after the registration; and behind the door it would be lost.
      event.preventDefault();
      keepOnce().then(() => {
        if (!isSignedOut) {
          form.requestSubmit(event.submitter);
        }
      });
    }
  });
}

// Escape puts the words of an article away, until the pointer or the focus comes anew.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const article of document.querySelectorAll(".article:is(:hover, :focus-within)")) {
      article.classList.add("away");
      for (const leaving of ["mouseleave", "focusout"]) {
        article.addEventListener(leaving, () => article.classList.remove("away"), { once: true });
      }
    }
  }
});

// What is being made shows how far it has come, until nothing is.
for (const list of document.querySelectorAll("[data-poll]")) {
  const later = () => {
    if (list.querySelector("progress")) {
      setTimeout(look, 2000);
    }
  };
  const look = async () => {
    try {
      const answer = await fetch(list.dataset.poll, { headers: { "X-Requested-With": "fetch" } });
      const html = await answer.text();
      tellFailing(list, answer, html);
      // Whoever is signed out is led to the door, which is no list; and nothing is taken away under a finger.
      if (answer.ok && !answer.redirected && !list.contains(document.activeElement)) {
        list.innerHTML = html;
      }
    } catch {
      // Off line: what was last seen stays.
    }
    later();
  };
  later();
}

// Words selected in a letter can be marked; the paragraph's own remark field opens with them.
for (const letter of document.querySelectorAll("[data-passages]")) {
  const button = letter.querySelector("[data-mark]");
  if (!button) {
    continue;
  }
  const chosen = () => {
    const selection = getSelection();
    const paragraph = selection.rangeCount && selection.getRangeAt(0).startContainer.parentElement?.closest("p, li, td, h1, h2, h3");
    const words = selection.toString().split("\n")[0].trim();
    const place = paragraph && letter.contains(paragraph) && (paragraph.querySelector(".annotate") ?? paragraph.nextElementSibling);
    return words && place?.matches(".annotate") ? { words, place } : null;
  };
  document.addEventListener("selectionchange", () => {
    button.hidden = !chosen();
    if (!button.hidden) {
      const [around, at] = [letter.getBoundingClientRect(), getSelection().getRangeAt(0).getBoundingClientRect()];
      button.style.left = `${Math.max(0, Math.min(at.left - around.left, around.width - 160))}px`;
      button.style.top = `${at.bottom - around.top + 4}px`;
    }
  });
  // The selection is gone once the button has the focus.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const { words, place } = chosen();
    let field = [...place.querySelectorAll(".remark")].find((each) => !each.querySelector("textarea").value);
    if (!field) {
      field = place.querySelector(".remark").cloneNode(true);
      field.querySelector("textarea").value = "";
      place.append(field);
    }
    field.querySelector("[name='Mark.Quote']").value = words.slice(0, 200);
    field.querySelector("[data-whole]").textContent = `“${words.slice(0, 200)}”`;
    place.open = true;
    getSelection().removeAllRanges();
    field.querySelector("textarea").focus();
  });
}

// Keys: what bears data-key is led to, links are followed; a decision is never taken by one key. In a list one walks from row to row.
const keys = document.querySelector("[data-keys]");
if (keys) {
  keys.hidden = false;
  const dialog = document.body.appendChild(document.createElement("dialog"));
  dialog.setAttribute("aria-label", keys.querySelector("summary").textContent);
  dialog.append(...[keys.querySelector("dl"), keys.querySelector("[data-close]")].map((each) => each.cloneNode(true)));
  const close = dialog.querySelector("[data-close]");
  close.hidden = false;
  close.addEventListener("click", () => dialog.close());
}
const step = (by) => {
  const rows = [...document.querySelectorAll("tbody .cover")];
  const at = rows.indexOf(document.activeElement);
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
  return rows.length > 0;
};
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return;
  }
  const lead = () => {
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (target?.matches("a")) {
      target.click();
    } else {
      target?.focus();
    }
    return target !== null;
  };
  const arrow = event.target === document.body || event.target.matches(".cover");
  const done = event.key === "?" ? (document.querySelector("dialog")?.showModal(), keys !== null)
    : event.key === "j" || (event.key === "ArrowDown" && arrow) ? step(1)
    : event.key === "k" || (event.key === "ArrowUp" && arrow) ? step(-1)
    : event.key.length === 1 && lead();
  if (done) {
    event.preventDefault();
  }
});

// Files can be dropped anywhere on the page; they go up one by one, with how far each has come.
for (const form of document.querySelectorAll("form[data-drop]")) {
  const [input, progress] = [form.querySelector("input[type=file]"), form.querySelector("[data-progress]")];
  form.querySelector("[data-script]").hidden = false;
  const holdsFiles = (event) => [...event.dataTransfer.types].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (holdsFiles(event)) {
      event.preventDefault();
      document.body.classList.add("dropping");
    }
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget ?? document.body.classList.remove("dropping"));
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (holdsFiles(event)) {
      event.preventDefault();
      input.files = event.dataTransfer.files;
      form.scrollIntoView({ block: "center" });
      form.querySelector("select").focus();
    }
  });
  const send = (file) => new Promise((done) => {
    const line = progress.appendChild(document.createElement("p"));
    line.textContent = file.name;
    const bar = line.appendChild(document.createElement("progress"));
    bar.setAttribute("aria-label", file.name);
    const end = (refused) => {
      bar.remove();
      line.className = refused ? "wrong" : "";
      line.textContent = refused || `${file.name} ✓`;
      done(!refused);
    };
    if (file.size > Number(form.dataset.largest)) {
      end(`${file.name}：${form.dataset.tooLarge}`);
      return;
    }
    const body = new FormData(form);
    body.delete(input.name);
    body.append(input.name, file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-Requested-With", "fetch");
    request.upload.addEventListener("progress", (event) => {
      [bar.max, bar.value] = [event.total, event.loaded];
    });
    request.addEventListener("load", () => {
      try {
        const answer = JSON.parse(request.responseText);
        form.elements.Version.value = answer.version;
        end(answer.refused);
      } catch {
        end(`${file.name}：${form.dataset.broken}`);
      }
    });
    request.addEventListener("error", () => end(`${file.name}：${form.dataset.broken}`));
    request.send(body);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    progress.replaceChildren();
    let all = true;
    for (const file of input.files) {
      all = await send(file) && all;
    }
    button.disabled = false;
    if (all) {
      location.reload();
    }
  });
}
