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
