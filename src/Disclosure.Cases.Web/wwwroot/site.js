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
