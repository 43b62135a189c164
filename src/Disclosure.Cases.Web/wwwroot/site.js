// The one script: the letter follows what is typed. Without it a button does the same.
"use strict";
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
