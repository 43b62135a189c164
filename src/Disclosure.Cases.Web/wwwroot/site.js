// The one script. Without it a button or a link does the same.
"use strict";

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

  // What was typed before this script had come.
  if ([...form.querySelectorAll("textarea, input")].some((field) => field.value !== field.defaultValue)) {
    refresh();
  }
}

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
