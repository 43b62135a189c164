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
